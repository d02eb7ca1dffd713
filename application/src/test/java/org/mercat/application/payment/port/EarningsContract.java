package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.Earnings.Leg;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;

/** What every adapter of {@link Earnings} promises. */
public interface EarningsContract {

  GatewayReference TRANSFER = new GatewayReference("tr_1");

  Earnings earnings();

  UnitOfWork unitOfWork();

  /** 100.00 with a booking that the adapter knows and with which nobody has earned anything. */
  Earning earned();

  /** A payout of the provider that the adapter knows. */
  PayoutId payout(ProviderId provider);

  @Test
  default void finds_what_was_added() {
    var earning = added(earned());

    assertThat(find(earning)).contains(earning);
    assertThat(find(earned())).isEmpty();
  }

  @Test
  default void a_booking_is_earned_once() {
    var earning = added(earned());

    assertThatThrownBy(() -> added(earning)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void every_state_of_its_transfers_is_kept_as_it_is() {
    var earning = added(earned());
    var payout = payout(earning.provider());

    earning = updated(earning.transfer(payout, cad(6_000)));
    var first = earning.lastTransfer();
    earning = updated(earning.transferred(first, TRANSFER, NOW).orElseThrow().earning());
    earning = updated(earning.transfer(payout, cad(4_000)));
    var second = earning.lastTransfer();
    earning =
        updated(
            earning.transferFailed(second, FailureCode.PAYEE_NOT_READY).orElseThrow().earning());
    var asked = earning.changedBy(cad(-5_000), cad(6_000));
    earning = updated(asked.earning());
    var reversal = asked.reversals().getFirst();
    earning =
        updated(
            earning
                .reversed(reversal.key(), TRANSFER, reversal.amount(), NOW)
                .orElseThrow()
                .earning());

    assertThat(earning.share()).isEqualTo(cad(5_000));
    assertThat(earning.due()).isEqualTo(cad(0));
  }

  @Test
  default void update_refuses_a_stale_version() {
    var stale = added(earned());
    updated(stale.changedBy(cad(100), cad(0)).earning());

    assertThatThrownBy(() -> updated(stale)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void what_is_due_is_found_until_it_is_a_leg_of_a_payout() {
    var earning = added(earned());
    var provider = earning.provider();
    var payout = payout(provider);
    assertThat(unitOfWork().run(() -> earnings().due(provider, 10))).containsExactly(earning);
    assertThat(unitOfWork().run(() -> earnings().legsOf(payout))).isEmpty();

    var moving = updated(earning.transfer(payout, cad(10_000)));

    assertThat(unitOfWork().run(() -> earnings().due(provider, 10))).isEmpty();
    assertThat(unitOfWork().run(() -> earnings().underWay(provider))).containsExactly(cad(10_000));
    var other = earned().provider();
    assertThat(unitOfWork().run(() -> earnings().underWay(other))).isEmpty();
    assertThat(unitOfWork().run(() -> earnings().legsOf(payout)))
        .containsExactly(new Leg(moving.booking(), moving.transfers().getFirst()));
  }

  private Earning added(Earning earning) {
    return unitOfWork()
        .run(
            () -> {
              earnings().add(earning);
              return earning;
            });
  }

  @CanIgnoreReturnValue
  private Earning updated(Earning earning) {
    var stored =
        unitOfWork()
            .run(
                () -> {
                  earnings().update(earning);
                  return earnings().find(earning.booking()).orElseThrow();
                });
    assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(earning);
    assertThat(stored.version()).isEqualTo(earning.version() + 1);
    return stored;
  }

  private Optional<Earning> find(Earning earning) {
    return unitOfWork().run(() -> earnings().find(earning.booking()));
  }
}
