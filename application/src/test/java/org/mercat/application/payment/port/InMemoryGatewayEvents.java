package org.mercat.application.payment.port;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.PayoutView;
import org.mercat.application.payment.port.PaymentGateway.RefundView;
import org.mercat.application.payment.port.PaymentGateway.ReversalView;
import org.mercat.application.payment.port.PaymentGateway.TransferView;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.application.shared.Acting;

/**
 * The events of {@link InMemoryPaymentGateway}: one for each state in which something was when it
 * was looked at. Nobody is told of them but who asks.
 */
public final class InMemoryGatewayEvents implements GatewayEvents {

  private static final int PAGE = 50;

  private record Happened(Told told, Instant at) {}

  private final InMemoryPaymentGateway gateway;
  private final InstantSource clock;
  private final List<Happened> happened = new ArrayList<>();
  private final Set<View> seen = new HashSet<>();

  public InMemoryGatewayEvents(InMemoryPaymentGateway gateway, InstantSource clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /** Notes what has changed since it was called before. */
  public synchronized void look() {
    for (var view : gateway.all()) {
      if (seen.add(view)) {
        kind(view).ifPresent(kind -> happened.add(happened(kind, view)));
      }
    }
  }

  @Override
  public synchronized Outcome<EventPage> events(
      Instant from, Instant until, Optional<String> after) {
    look();
    var start = after.map(Integer::parseInt).orElse(0);
    var fitting =
        happened.stream()
            .filter(each -> !each.at().isBefore(from) && each.at().isBefore(until))
            .map(Happened::told)
            .toList();
    var page = fitting.stream().skip(start).limit(PAGE).toList();
    var end = start + page.size();
    var next = end < fitting.size() ? Optional.of(Integer.toString(end)) : Optional.<String>empty();
    return new Outcome.Done<>(new EventPage(page, next), false);
  }

  private Happened happened(Kind kind, View view) {
    var id = "evt_memory_" + (happened.size() + 1);
    var message = new Message("in memory", id, kind, Optional.of(view.reference().value()), "{}");
    return new Happened(new Told(Acting.now().tenant(), message), clock.instant());
  }

  private static Optional<Kind> kind(View view) {
    return switch (view) {
      case PaymentView _ -> Optional.of(Kind.PAYMENT_CHANGED);
      case RefundView _ -> Optional.of(Kind.REFUND_CHANGED);
      case PayeeView _ -> Optional.of(Kind.PAYEE_CHANGED);
      case TransferView _ -> Optional.of(Kind.TRANSFER_CHANGED);
      case PayoutView _ -> Optional.of(Kind.PAYOUT_CHANGED);
      case ReversalView _ -> Optional.empty();
    };
  }
}
