package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.domain.tenancy.TenantId;

/**
 * Driven port: what the gateway has told, or has tried to tell, read from itself. Never called
 * inside a unit of work. Every adapter must pass {@code GatewayEventsContract}.
 */
public interface GatewayEvents {

  /**
   * What has happened in that time by the gateway's clock, of all tenants, a page of it.
   *
   * @param from the first moment
   * @param until the first moment after it
   * @param after where the page before has ended; empty for the first one
   */
  Outcome<EventPage> events(Instant from, Instant until, Optional<String> after);

  /**
   * Some events that are of interest.
   *
   * @param next where the next page begins; empty on the last one
   */
  record EventPage(List<Told> events, Optional<String> next) {
    public EventPage {
      events = List.copyOf(events);
    }
  }

  /** An event as the webhook would have kept it, and whose it is. */
  record Told(TenantId tenant, Message message) {}
}
