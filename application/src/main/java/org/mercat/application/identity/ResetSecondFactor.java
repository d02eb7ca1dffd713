package org.mercat.application.identity;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.SecondFactorEvent.SecondFactorRemoved;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Message.SecondFactorChanged.Change;
import org.mercat.domain.shared.Permission;

/**
 * Whoever looks after accounts takes the second factor from somebody who has lost the authenticator
 * and the recovery codes, and has shown elsewhere who he is. Administrators are left to those who
 * may make them, and nobody does it for himself.
 */
public final class ResetSecondFactor {

  public record Command(Caller caller, UserId user) {}

  public sealed interface Outcome {
    /** The password is enough again; every session has ended, and the owner is told. */
    record Done() implements Outcome {}

    /** It takes more than the caller may. */
    record Forbidden() implements Outcome {}

    /** One's own ends by its code, or by another administrator. */
    record Own() implements Outcome {}

    record NotFound() implements Outcome {}

    record NotActive() implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final SecondFactors factors;
  private final TellOfSecondFactor tellOfSecondFactor;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public ResetSecondFactor(
      Access access,
      Users users,
      SecondFactors factors,
      TellOfSecondFactor tellOfSecondFactor,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.access = access;
    this.users = users;
    this.factors = factors;
    this.tellOfSecondFactor = tellOfSecondFactor;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_MANAGE)) {
      return new Outcome.Forbidden();
    }
    if (access.owns(command.caller(), command.user())) {
      return new Outcome.Own();
    }
    return unitOfWork.run(
        () ->
            users
                .find(command.user())
                .map(account -> reset(account, command.caller()))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome reset(UserAccount account, Caller caller) {
    if (account.isAdministrator() && !access.may(caller, Permission.ADMIN_MANAGE)) {
      return new Outcome.Forbidden();
    }
    if (factors.hold(account.id()).filter(SecondFactor::isActive).isEmpty()) {
      return new Outcome.NotActive();
    }
    factors.remove(account.id());
    var event = new SecondFactorRemoved(account.id(), system.instant());
    tellOfSecondFactor.handle(
        new TellOfSecondFactor.Command(account, Optional.empty(), Change.REMOVED, event));
    return new Outcome.Done();
  }
}
