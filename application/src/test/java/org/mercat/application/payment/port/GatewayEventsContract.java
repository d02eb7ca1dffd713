package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayEvents.Told;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.application.shared.Acting;
import org.mercat.domain.payment.OperationKey;

/** What every adapter of {@link GatewayEvents} promises, beside that of the gateway itself. */
public interface GatewayEventsContract extends GatewayOnTrial {

  GatewayEvents events();

  /** The gateway's time. */
  Instant now();

  @Test
  default void what_has_changed_is_told_to_whoever_asks_though_nobody_was_told() {
    var payment = done(gateway().capture(anyCapture(), PRICE, methods().ok()));
    var refund = done(gateway().refund(refundOf(payment.key()), payment.reference(), PART));
    var profile = new PayeeProfile("Clean and Bright", "CA", "ada@example.org");
    var payee = done(gateway().openPayee(anyPayee(), profile));
    finishOnboarding(done(gateway().onboardingLink(payee.reference())));
    var key = OperationKey.transfer(payment.key().booking(), 1);
    var transfer = done(gateway().transfer(key, payee.reference(), PART, payment.reference()));

    assertThat(all())
        .extracting(Told::tenant, told -> told.message().kind(), told -> told.message().object())
        .contains(
            tuple(Acting.now().tenant(), Kind.PAYMENT_CHANGED, name(payment)),
            tuple(Acting.now().tenant(), Kind.REFUND_CHANGED, name(refund)),
            tuple(Acting.now().tenant(), Kind.TRANSFER_CHANGED, name(transfer)));
  }

  @Test
  default void every_event_is_on_some_page_and_has_a_name_of_its_own() {
    var payments =
        IntStream.range(0, 120)
            .mapToObj(_ -> done(gateway().capture(anyCapture(), PRICE, methods().ok())))
            .toList();

    var told = all();

    assertThat(told).extracting(each -> each.message().event()).doesNotHaveDuplicates();
    assertThat(told)
        .extracting(Told::message)
        .extracting(Message::object)
        .containsAll(payments.stream().map(GatewayEventsContract::name).toList());
  }

  @Test
  default void only_what_has_happened_in_that_time_is_told() {
    var _ = done(gateway().capture(anyCapture(), PRICE, methods().ok()));

    assertThat(in(now().minus(Duration.ofDays(3)), now().minus(Duration.ofDays(2)))).isEmpty();
  }

  private static Optional<String> name(View view) {
    return Optional.of(view.reference().value());
  }

  private List<Told> all() {
    return in(now().minus(Duration.ofHours(12)), now().plus(Duration.ofHours(12)));
  }

  private List<Told> in(Instant from, Instant until) {
    var all = new ArrayList<Told>();
    var after = Optional.<String>empty();
    do {
      var page = done(events().events(from, until, after));
      all.addAll(page.events());
      after = page.next();
    } while (after.isPresent());
    return all;
  }
}
