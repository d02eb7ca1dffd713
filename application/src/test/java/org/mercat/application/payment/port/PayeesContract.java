package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SamplePayments.NOW;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.provider.ProviderId;

/** What every adapter of {@link Payees} promises. */
public interface PayeesContract {

  Payees payees();

  UnitOfWork unitOfWork();

  /** A provider that the adapter knows and that is no payee. */
  ProviderId provider();

  @Test
  default void finds_what_was_added() {
    var payee = added(Payee.asked(provider()));

    assertThat(find(payee.provider())).contains(payee);
  }

  @Test
  default void finds_nothing_for_a_provider_that_is_no_payee() {
    assertThat(find(provider())).isEmpty();
  }

  @Test
  default void a_provider_is_one_payee() {
    var payee = added(Payee.asked(provider()));

    assertThatThrownBy(() -> added(payee)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void a_change_is_stored_as_the_next_version() {
    var payee = added(Payee.asked(provider()));

    var opened = updated(payee.opened(new GatewayReference("acct_1"), NOW).payee());
    var seen = updated(opened.seen(true, true, NOW).orElseThrow().payee());

    assertThat(seen)
        .isEqualTo(
            new Payee(
                payee.provider(),
                Optional.of(new GatewayReference("acct_1")),
                true,
                true,
                Optional.empty(),
                2));
  }

  @Test
  default void one_is_found_by_its_account_also_when_that_has_ended() {
    var payee = added(Payee.asked(provider()));
    var account = new GatewayReference("acct_" + payee.provider().value());
    var opened = updated(payee.opened(account, NOW).payee());
    var ended = updated(opened.ended(NOW).orElseThrow().payee());

    assertThat(unitOfWork().run(() -> payees().findByAccount(account))).contains(ended);
    assertThat(ended.endedAt()).contains(NOW);
    assertThat(unitOfWork().run(() -> payees().findByAccount(new GatewayReference("acct_x"))))
        .isEmpty();
  }

  @Test
  default void those_with_accounts_are_found_part_by_part() {
    var without = added(Payee.asked(provider()));
    var first = opened();
    var second = opened();

    var all = new ArrayList<ProviderId>();
    var part = unitOfWork().run(() -> payees().withAccounts(Optional.empty(), 1));
    while (!part.isEmpty()) {
      var last = part.getLast().provider();
      all.add(last);
      part = unitOfWork().run(() -> payees().withAccounts(Optional.of(last), 1));
    }

    assertThat(all)
        .contains(first, second)
        .doesNotContain(without.provider())
        .doesNotHaveDuplicates();
  }

  private ProviderId opened() {
    var payee = added(Payee.asked(provider()));
    var account = new GatewayReference("acct_" + payee.provider().value());
    return updated(payee.opened(account, NOW).payee()).provider();
  }

  @Test
  default void update_refuses_a_stale_version() {
    var payee = added(Payee.asked(provider()));
    updated(payee);

    assertThatThrownBy(() -> updated(payee)).isInstanceOf(ConcurrencyConflict.class);
  }

  private Payee added(Payee payee) {
    return unitOfWork()
        .run(
            () -> {
              payees().add(payee);
              return payee;
            });
  }

  @CanIgnoreReturnValue
  private Payee updated(Payee payee) {
    return unitOfWork()
        .run(
            () -> {
              payees().update(payee);
              return payees().find(payee.provider()).orElseThrow();
            });
  }

  private Optional<Payee> find(ProviderId provider) {
    return unitOfWork().run(() -> payees().find(provider));
  }
}
