package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.GatewayBooks.Movement.Kind;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.shared.Acting;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.tenancy.TenantId;

/** What every adapter of {@link GatewayBooks} promises, beside that of the gateway itself. */
public interface GatewayBooksContract extends GatewayOnTrial {

  GatewayBooks books();

  /** The gateway's time. */
  Instant now();

  @Test
  default void everything_that_changes_the_balance_is_written_down_with_what_has_asked_for_it() {
    var payment = done(gateway().capture(anyCapture(), PRICE, methods().ok()));
    var refund = done(gateway().refund(refundOf(payment.key()), payment.reference(), PART));
    var payee = ready();
    var left = PRICE.minus(PART);
    var transferKey = OperationKey.transfer(payment.key().booking(), 1);
    var transfer = done(gateway().transfer(transferKey, payee, left, payment.reference()));
    var reversalKey = OperationKey.reverse(payment.key().booking(), 1);
    var reversal = done(gateway().reverse(reversalKey, transfer.reference(), PART));

    assertThat(of(payment))
        .extracting(Movement::kind, Movement::source, Movement::key, Movement::amount)
        .containsExactlyInAnyOrder(
            tuple(Kind.CHARGE, payment.reference(), Optional.of(payment.key()), PRICE),
            tuple(Kind.REFUND, refund.reference(), Optional.of(refund.key()), PART.negated()),
            tuple(Kind.TRANSFER, transfer.reference(), Optional.of(transferKey), left.negated()),
            tuple(Kind.REVERSAL, reversal.reference(), Optional.of(reversalKey), PART));
  }

  @Test
  default void what_has_not_moved_is_not_written_down() {
    var declined = anyCapture();
    assertThat(gateway().capture(declined, PRICE, methods().declined())).isNotNull();
    var waiting = done(gateway().capture(anyCapture(), PRICE, methods().requiresAction()));

    assertThat(all()).extracting(Movement::key).doesNotContain(Optional.of(declined));
    assertThat(of(waiting)).isEmpty();
    completeAction(waiting.reference(), true);
    assertThat(of(waiting)).extracting(Movement::kind).containsExactly(Kind.CHARGE);
  }

  @Test
  default void a_refund_that_fails_comes_back() {
    var payment = done(gateway().capture(anyCapture(), PRICE, methods().refundPending()));
    var refund = done(gateway().refund(refundOf(payment.key()), payment.reference(), PART));

    completeRefund(refund.reference(), false);

    assertThat(of(payment))
        .extracting(Movement::kind, Movement::amount)
        .containsExactlyInAnyOrder(
            tuple(Kind.CHARGE, PRICE),
            tuple(Kind.REFUND, PART.negated()),
            tuple(Kind.REFUND_FAILURE, PART));
  }

  @Test
  default void every_movement_is_found_on_some_page_and_only_in_its_time() {
    var payments =
        List.of(1, 2, 3).stream()
            .map(_ -> done(gateway().capture(anyCapture(), PRICE, methods().ok())))
            .toList();

    assertThat(payments).allSatisfy(payment -> assertThat(of(payment)).hasSize(1));
    assertThat(all()).extracting(Movement::id).doesNotHaveDuplicates();
    assertThat(in(now().minus(Duration.ofDays(3)), now().minus(Duration.ofDays(2)))).isEmpty();
  }

  @Test
  default void what_was_asked_for_in_another_tenant_is_not_told() {
    var payment = done(gateway().capture(anyCapture(), PRICE, methods().ok()));

    var elsewhere = Acting.of(new TenantId(UUID.randomUUID())).call(this::keys);

    assertThat(elsewhere).isNotNull();
    if (tellsTenantsApart()) {
      assertThat(elsewhere).doesNotContain(Optional.of(payment.key()));
    }
  }

  /** One that lives in a single test has one tenant only. */
  default boolean tellsTenantsApart() {
    return true;
  }

  private List<Optional<OperationKey>> keys() {
    return all().stream().map(Movement::key).toList();
  }

  private List<Movement> of(PaymentView payment) {
    var subject = payment.key().subject();
    return all().stream()
        .filter(each -> each.key().filter(key -> key.subject().equals(subject)).isPresent())
        .toList();
  }

  private List<Movement> all() {
    return in(now().minus(Duration.ofHours(12)), now().plus(Duration.ofHours(12)));
  }

  private List<Movement> in(Instant from, Instant until) {
    var all = new ArrayList<Movement>();
    var after = Optional.<String>empty();
    do {
      var page = done(books().movements(from, until, after));
      all.addAll(page.movements());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  private GatewayReference ready() {
    var profile = new PayeeProfile("Clean and Bright", "CA", "ada@example.org");
    var payee = done(gateway().openPayee(anyPayee(), profile)).reference();
    finishOnboarding(done(gateway().onboardingLink(payee)));
    return payee;
  }
}
