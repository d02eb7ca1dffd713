package org.mercat.application.fee;

import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.FeeTariff;

/** What the platform takes of bookings that are confirmed from now on, for administrators. */
public final class PlatformFeeInForce {

  public record Query(Caller caller) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(FeeTariff tariff) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final PlatformFees fees;
  private final UnitOfWork unitOfWork;

  public PlatformFeeInForce(PlatformFees fees, UnitOfWork unitOfWork) {
    this.fees = fees;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return query.caller().isAdmin()
        ? new Outcome.Found(unitOfWork.run(fees::inForce))
        : new Outcome.Forbidden();
  }
}
