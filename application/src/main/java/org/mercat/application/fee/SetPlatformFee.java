package org.mercat.application.fee;

import java.time.InstantSource;
import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.fee.PlatformFeeSet;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Rate;

/** An administrator changes what the platform takes of bookings confirmed from then on. */
public final class SetPlatformFee {

  /**
   * The next tariff.
   *
   * @param version of the tariff that it replaces, as the caller has seen it
   */
  public record Command(Caller caller, long version, Rate rate, boolean taxOnFee) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Set(FeeTariff tariff) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** Somebody has set another one since. */
    record Stale() implements Outcome {}
  }

  private final Access access;
  private final PlatformFees fees;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public SetPlatformFee(
      Access access,
      PlatformFees fees,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.fees = fees;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    return access.may(command.caller(), Permission.FEE_MANAGE)
        ? unitOfWork.run(() -> replace(fees.inForce(), command))
        : new Outcome.Forbidden();
  }

  private Outcome replace(FeeTariff present, Command command) {
    if (present.version() != command.version()) {
      return new Outcome.Stale();
    }
    var now = clock.instant();
    var next = present.next(command.rate(), command.taxOnFee());
    fees.add(next, now);
    outbox.append(new PlatformFeeSet(next, now));
    return new Outcome.Set(next);
  }
}
