package org.mercat.application.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.payment.port.GatewayEvents;
import org.mercat.application.payment.port.GatewayEvents.Told;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;

/**
 * Puts into the inboxes what the gateway has told and nobody has heard: an event may be refused,
 * lost or given up on its way. The account is all tenants' together, so it is done once for all of
 * them, in the name of the operator. Safe to repeat. Run by a job.
 */
public final class SweepGatewayEvents {

  /** How far the first sweep goes back. */
  static final Duration FIRST = Duration.ofDays(3);

  /** What is younger than this may still be on its way. */
  static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

  /** The gateway may list an event somewhat later than it has happened. */
  static final Duration OVERLAP = Duration.ofHours(1);

  private final GatewayEvents events;
  private final GatewayInbox inbox;
  private final ReceiveGatewayEvent receiveGatewayEvent;
  private final SystemEvents systemEvents;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public SweepGatewayEvents(
      GatewayEvents events,
      GatewayInbox inbox,
      ReceiveGatewayEvent receiveGatewayEvent,
      SystemEvents systemEvents,
      UnitOfWork unitOfWork,
      InstantSource systemClock) {
    this.events = events;
    this.inbox = inbox;
    this.receiveGatewayEvent = receiveGatewayEvent;
    this.systemEvents = systemEvents;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  /**
   * Returns how many events nobody had heard; none for a tenant that does not run the market.
   *
   * @throws PortUnavailable if the gateway does not answer; then the same time is swept again
   */
  public int handle() {
    if (!Acting.now().tenant().equals(TenantId.DEFAULT)) {
      return 0;
    }
    var until = systemClock.instant().minus(ON_ITS_WAY);
    var from =
        unitOfWork.run(inbox::sweptUntil).map(at -> at.minus(OVERLAP)).orElse(until.minus(FIRST));
    var lost = kept(from, until);
    var done =
        unitOfWork.run(
            () -> {
              inbox.swept(until);
              return Boolean.TRUE;
            });
    assert done;
    if (lost > 0) {
      systemEvents.report(
          new Event(
              Level.WARNING,
              "webhook",
              "Events of the gateway had not arrived and were asked for.",
              Map.of("events", Integer.toString(lost))));
    }
    return lost;
  }

  private int kept(Instant from, Instant until) {
    var count = 0;
    var after = Optional.<String>empty();
    do {
      var page = events.events(from, until, after).required();
      count += (int) page.events().stream().filter(this::isNew).count();
      after = page.next();
    } while (after.isPresent());
    return count;
  }

  private boolean isNew(Told told) {
    var command = new ReceiveGatewayEvent.Command(told.message());
    var kept = Acting.now().in(told.tenant()).call(() -> receiveGatewayEvent.handle(command));
    return kept == ReceiveGatewayEvent.Outcome.KEPT;
  }
}
