package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Currency;
import java.util.List;
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
import org.mercat.domain.shared.Money;

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
    assertThat(due(provider, "CAD")).containsExactly(earning);
    assertThat(due(provider, "EUR")).isEmpty();
    assertThat(unitOfWork().run(() -> earnings().currenciesDue(provider)))
        .containsExactly(cad(0).currency());
    assertThat(unitOfWork().run(() -> earnings().legsOf(payout))).isEmpty();

    var moving = updated(earning.transfer(payout, cad(10_000)));

    assertThat(due(provider, "CAD")).isEmpty();
    assertThat(unitOfWork().run(() -> earnings().currenciesDue(provider))).isEmpty();
    assertThat(unitOfWork().run(() -> earnings().underWay(provider))).containsExactly(cad(10_000));
    var other = earned().provider();
    assertThat(unitOfWork().run(() -> earnings().underWay(other))).isEmpty();
    assertThat(unitOfWork().run(() -> earnings().legsOf(payout)))
        .containsExactly(new Leg(moving.booking(), moving.transfers().getFirst()));
  }

  @Test
  default void what_was_transferred_too_much_is_found_and_what_of_it_is_asked_back() {
    var earning = added(earned());
    var provider = earning.provider();
    assertThat(owing(provider)).isEmpty();
    assertThat(reversing(provider)).isEqualTo(cad(0));
    earning = updated(earning.transfer(payout(provider), cad(10_000)));
    var first = earning.lastTransfer();
    earning = updated(earning.transferred(first, TRANSFER, NOW).orElseThrow().earning());

    var asked = earning.changedBy(cad(-5_000), cad(4_000));
    earning = updated(asked.earning());

    assertThat(owing(provider)).containsExactly(earning);
    assertThat(reversing(provider)).isEqualTo(cad(4_000));
    var euro = Currency.getInstance("EUR");
    assertThat(unitOfWork().run(() -> earnings().owing(provider, euro, 10))).isEmpty();
    assertThat(unitOfWork().run(() -> earnings().reversing(provider, euro)).isZero()).isTrue();
    updated(earning.reversalFailed(TRANSFER, cad(4_000)).orElseThrow().earning());
    assertThat(reversing(provider)).isEqualTo(cad(0));
    assertThat(owing(provider)).hasSize(1);
    assertThat(owing(earned().provider())).isEmpty();
  }

  private List<Earning> due(ProviderId provider, String currency) {
    return unitOfWork().run(() -> earnings().due(provider, Currency.getInstance(currency), 10));
  }

  private List<Earning> owing(ProviderId provider) {
    return unitOfWork().run(() -> earnings().owing(provider, cad(0).currency(), 10));
  }

  private Money reversing(ProviderId provider) {
    return unitOfWork().run(() -> earnings().reversing(provider, cad(0).currency()));
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
