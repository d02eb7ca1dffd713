package org.mercat.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mercat.application.identity.CheckCode.Stage;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.RecoveryCode;
import org.mercat.domain.identity.SecondFactorCode;
import org.mercat.domain.identity.SecondFactorEvent.RecoveryCodesRenewed;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.notification.Message.SecondFactorChanged.Change;
import org.mercat.domain.shared.Permission;

/** Somebody who has the second factor gets other recovery codes; those before are worth nothing. */
public final class RenewRecoveryCodes {

  public record Command(Caller caller, SessionId session, SecondFactorCode code) {}

  public sealed interface Outcome {
    /** The recovery codes are shown this once. */
    record Renewed(List<RecoveryCode> codes) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record NotActive() implements Outcome {}

    record WrongCode() implements Outcome {}

    record Locked(Duration rest) implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final CheckCode checkCode;
  private final IssueRecoveryCodes issueRecoveryCodes;
  private final TellOfSecondFactor tellOfSecondFactor;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public RenewRecoveryCodes(
      Access access,
      Users users,
      CheckCode checkCode,
      IssueRecoveryCodes issueRecoveryCodes,
      TellOfSecondFactor tellOfSecondFactor,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.access = access;
    this.users = users;
    this.checkCode = checkCode;
    this.issueRecoveryCodes = issueRecoveryCodes;
    this.tellOfSecondFactor = tellOfSecondFactor;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            users
                .find(command.caller().user())
                .map(account -> renew(account, command))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome renew(UserAccount account, Command command) {
    var check = new CheckCode.Command(account, Stage.ACTIVE, Optional.of(command.code()));
    return switch (checkCode.handle(check)) {
      case CheckCode.Outcome.Right _ -> store(account, command.session());
      case CheckCode.Outcome.NotNeeded _ -> new Outcome.NotActive();
      case CheckCode.Outcome.Missing _, CheckCode.Outcome.Wrong _ -> new Outcome.WrongCode();
      case CheckCode.Outcome.Locked(var rest) -> new Outcome.Locked(rest);
    };
  }

  private Outcome store(UserAccount account, SessionId session) {
    var codes = issueRecoveryCodes.handle(new IssueRecoveryCodes.Command(account.id()));
    var event = new RecoveryCodesRenewed(account.id(), system.instant());
    tellOfSecondFactor.handle(
        new TellOfSecondFactor.Command(account, session, Change.RECOVERY_CODES_RENEWED, event));
    return new Outcome.Renewed(codes);
  }
}
