package org.mercat.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.identity.CheckCode.Stage;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.SecondFactorCode;
import org.mercat.domain.identity.SecondFactorEvent.SecondFactorRemoved;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.notification.Message.SecondFactorChanged.Change;
import org.mercat.domain.shared.Permission;

/** Somebody who has the password and the second factor does not want the latter any more. */
public final class EndSecondFactor {

  public record Command(
      Caller caller, SessionId session, Password password, SecondFactorCode code) {}

  public sealed interface Outcome {
    record Ended() implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record WrongPassword() implements Outcome {}

    record NotActive() implements Outcome {}

    record WrongCode() implements Outcome {}

    record Locked(Duration rest) implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final CheckPassword checkPassword;
  private final CheckCode checkCode;
  private final SecondFactors factors;
  private final TellOfSecondFactor tellOfSecondFactor;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public EndSecondFactor(
      Access access,
      Users users,
      CheckPassword checkPassword,
      CheckCode checkCode,
      SecondFactors factors,
      TellOfSecondFactor tellOfSecondFactor,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.access = access;
    this.users = users;
    this.checkPassword = checkPassword;
    this.checkCode = checkCode;
    this.factors = factors;
    this.tellOfSecondFactor = tellOfSecondFactor;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> users.find(command.caller().user()))
        .map(account -> end(account, command))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome end(UserAccount account, Command command) {
    var place = "session " + command.session().value();
    var check = new CheckPassword.Command(account.email(), command.password(), place);
    return switch (checkPassword.handle(check)) {
      case CheckPassword.Outcome.Wrong _ -> new Outcome.WrongPassword();
      case CheckPassword.Outcome.Locked(var rest) -> new Outcome.Locked(rest);
      case CheckPassword.Outcome.Right(var known) -> unitOfWork.run(() -> check(known, command));
    };
  }

  private Outcome check(UserAccount account, Command command) {
    var check = new CheckCode.Command(account, Stage.ACTIVE, Optional.of(command.code()));
    return switch (checkCode.handle(check)) {
      case CheckCode.Outcome.Right _ -> remove(account, command.session());
      case CheckCode.Outcome.NotNeeded _ -> new Outcome.NotActive();
      case CheckCode.Outcome.Missing _, CheckCode.Outcome.Wrong _ -> new Outcome.WrongCode();
      case CheckCode.Outcome.Locked(var rest) -> new Outcome.Locked(rest);
    };
  }

  private Outcome remove(UserAccount account, SessionId session) {
    factors.remove(account.id());
    var event = new SecondFactorRemoved(account.id(), system.instant());
    tellOfSecondFactor.handle(
        new TellOfSecondFactor.Command(account, session, Change.REMOVED, event));
    return new Outcome.Ended();
  }
}
