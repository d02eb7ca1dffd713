package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.mercat.application.payment.port.HeldMoney;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.HeldFunds;
import org.mercat.domain.payment.HeldFunds.Alarm;

/**
 * Tells whoever runs the market of money that may soon be held no longer, and again when its time
 * is over; each once. Run by a job.
 */
public final class WatchHeldFunds {

  private static final int BATCH = 200;
  private static final String SOURCE = "held-funds";

  private final HeldMoney heldMoney;
  private final SystemEvents systemEvents;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;

  public WatchHeldFunds(
      HeldMoney heldMoney, SystemEvents systemEvents, UnitOfWork unitOfWork, InstantSource market) {
    this.heldMoney = heldMoney;
    this.systemEvents = systemEvents;
    this.unitOfWork = unitOfWork;
    this.market = market;
  }

  /** Returns how many alarms there were to raise; more may be left when there were. */
  public int handle() {
    var now = market.instant();
    var unheard = unitOfWork.run(() -> heldMoney.unheard(now, BATCH));
    unheard.forEach(held -> held.alarm(now).ifPresent(alarm -> raise(held, alarm, now)));
    return unheard.size();
  }

  private void raise(HeldFunds held, Alarm alarm, Instant now) {
    if (unitOfWork.run(() -> heldMoney.raise(held.booking(), alarm, now))) {
      systemEvents.report(event(held, alarm));
    }
  }

  private static Event event(HeldFunds held, Alarm alarm) {
    var context =
        Map.of(
            "booking", held.booking().value().toString(), "deadline", held.deadline().toString());
    return switch (alarm) {
      case NEAR -> new Event(Level.WARNING, SOURCE, "Money may soon be held no longer.", context);
      case PASSED -> new Event(Level.CRITICAL, SOURCE, "Money is held for too long.", context);
    };
  }
}
