package org.mercat.application.fee;

import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.shared.Permission;

/** What the platform takes of bookings that are confirmed from now on, for administrators. */
public final class PlatformFeeInForce {

  public record Query(Caller caller) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(FeeTariff tariff) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final PlatformFees fees;
  private final UnitOfWork unitOfWork;

  public PlatformFeeInForce(Access access, PlatformFees fees, UnitOfWork unitOfWork) {
    this.access = access;
    this.fees = fees;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.FEE_MANAGE)
        ? new Outcome.Found(unitOfWork.run(fees::inForce))
        : new Outcome.Forbidden();
  }
}
