package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.ProviderFunds;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** What every adapter of {@link Payouts} promises. */
public interface PayoutsContract {

  Payouts payouts();

  UnitOfWork unitOfWork();

  /** A provider that the adapter knows and that was never paid out. */
  ProviderId provider();

  @Test
  default void finds_what_was_added() {
    var payout = added(payout(provider(), cad(18_059)));

    assertThat(find(payout)).contains(payout);
    assertThat(find(payout(provider(), cad(100)))).isEmpty();
  }

  @Test
  default void ids_and_batches_are_new() {
    assertThat(payouts().nextId()).isNotEqualTo(payouts().nextId());
    assertThat(payouts().nextBatch()).isNotEqualTo(payouts().nextBatch());
  }

  @Test
  default void every_state_is_kept_as_it_is() {
    var payout = added(payout(provider(), cad(18_059)));
    var key = OperationKey.payOut(payout.id());

    payout =
        updated(payout.transfersEnded(List.of(), atGateway(18_000), NOW).orElseThrow().payout());
    payout = updated(payout.paid(key, new GatewayReference("po_1"), NOW).orElseThrow().payout());
    payout = updated(payout.failed(key, FailureCode.PAYEE_NOT_READY, NOW).orElseThrow().payout());
    payout = updated(payout.retry(atGateway(18_000), NOW).orElseThrow().payout());

    assertThat(payout.amount()).isEqualTo(cad(18_000));
  }

  @Test
  default void of_one_provider_and_currency_one_is_under_way() {
    var payout = added(payout(provider(), cad(18_059)));

    assertThat(underWay(payout, cad(0))).contains(payout);
    assertThat(underWay(payout, Money.of(0, "USD"))).isEmpty();
    assertThatThrownBy(() -> added(payout(payout.provider(), cad(100))))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThat(added(payout(payout.provider(), Money.of(100, "USD")))).isNotNull();

    var failed =
        updated(payout.transfersEnded(List.of(), atGateway(0), NOW).orElseThrow().payout());
    assertThat(underWay(payout, cad(0))).isEmpty();
    var next = added(payout(payout.provider(), cad(100)));
    assertThat(underWay(payout, cad(0))).contains(next);
    assertThatThrownBy(() -> updated(failed.retry(atGateway(100), NOW).orElseThrow().payout()))
        .isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void they_are_listed_the_newest_first() {
    var provider = provider();
    var first = added(payout(provider, cad(100)));
    var second = added(payout(provider, Money.of(100, "USD")));
    var other = added(payout(provider(), cad(100)));

    var page = list(Optional.of(provider), new PageRequest(1, Optional.empty()));
    assertThat(page.items()).containsExactly(second);
    var rest = list(Optional.of(provider), new PageRequest(1, page.next()));
    assertThat(rest.items()).containsExactly(first);
    assertThat(rest.next()).isEmpty();
    assertThat(list(Optional.empty(), new PageRequest(3, Optional.empty())).items())
        .contains(other, second, first);
  }

  @Test
  default void update_refuses_a_stale_version() {
    var stale = added(payout(provider(), cad(18_059)));
    updated(stale);

    assertThatThrownBy(() -> updated(stale)).isInstanceOf(ConcurrencyConflict.class);
  }

  private Payout payout(ProviderId provider, Money amount) {
    var plan = new Payout.Plan(List.of(), amount);
    return Payout.decided(payouts().nextId(), provider, payouts().nextBatch(), plan, NOW).payout();
  }

  private Payout added(Payout payout) {
    return unitOfWork()
        .run(
            () -> {
              payouts().add(payout);
              return payout;
            });
  }

  @CanIgnoreReturnValue
  private Payout updated(Payout payout) {
    var stored =
        unitOfWork()
            .run(
                () -> {
                  payouts().update(payout);
                  return payouts().find(payout.id()).orElseThrow();
                });
    assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(payout);
    assertThat(stored.version()).isEqualTo(payout.version() + 1);
    return stored;
  }

  private Page<Payout> list(Optional<ProviderId> provider, PageRequest page) {
    return unitOfWork().run(() -> payouts().list(provider, page));
  }

  private Optional<Payout> find(Payout payout) {
    return unitOfWork().run(() -> payouts().find(payout.id()));
  }

  private Optional<Payout> underWay(Payout payout, Money of) {
    return unitOfWork().run(() -> payouts().underWay(payout.provider(), of.currency()));
  }

  private static ProviderFunds atGateway(long minor) {
    return new ProviderFunds(cad(0), cad(minor), cad(0));
  }
}
