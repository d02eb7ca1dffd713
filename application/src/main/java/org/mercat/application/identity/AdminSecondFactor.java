package org.mercat.application.identity;

import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;

/**
 * Whether an administrator has the second factor that the market may want of administrators.
 * Administrators are those with a permission that reaches others.
 */
public final class AdminSecondFactor {

  public record Command(Caller caller) {}

  public enum Outcome {
    /** There is one, or none is wanted, or the caller is no administrator. */
    NOTHING_MISSING,
    MISSING
  }

  private final SecondFactors factors;
  private final UnitOfWork unitOfWork;

  public AdminSecondFactor(SecondFactors factors, UnitOfWork unitOfWork) {
    this.factors = factors;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    var caller = command.caller();
    var isMissing =
        caller.reachesOthers() && unitOfWork.run(() -> factors.isMissing(caller.user()));
    return isMissing ? Outcome.MISSING : Outcome.NOTHING_MISSING;
  }
}
