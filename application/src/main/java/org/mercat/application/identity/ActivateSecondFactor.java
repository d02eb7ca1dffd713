package org.mercat.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mercat.application.identity.CheckCode.Stage;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.RecoveryCode;
import org.mercat.domain.identity.SecondFactorEvent.SecondFactorAdded;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.TotpCode;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.notification.Message.SecondFactorChanged.Change;
import org.mercat.domain.shared.Permission;

/**
 * Somebody shows by a code that the authenticator knows the secret: from now on nobody signs in to
 * the account without a code. Only this session goes on.
 */
public final class ActivateSecondFactor {

  public record Command(Caller caller, SessionId session, TotpCode code) {}

  public sealed interface Outcome {
    /** The recovery codes are shown this once. */
    record Activated(List<RecoveryCode> codes) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    /** Nothing is being set up: it was not begun, too long ago, or is done. */
    record NothingBegun() implements Outcome {}

    record WrongCode() implements Outcome {}

    record Locked(Duration rest) implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final SecondFactors factors;
  private final CheckCode checkCode;
  private final IssueRecoveryCodes issueRecoveryCodes;
  private final TellOfSecondFactor tellOfSecondFactor;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public ActivateSecondFactor(
      Access access,
      Users users,
      SecondFactors factors,
      CheckCode checkCode,
      IssueRecoveryCodes issueRecoveryCodes,
      TellOfSecondFactor tellOfSecondFactor,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.access = access;
    this.users = users;
    this.factors = factors;
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
                .map(account -> activate(account, command))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome activate(UserAccount account, Command command) {
    var check = new CheckCode.Command(account, Stage.BEING_SET_UP, Optional.of(command.code()));
    return switch (checkCode.handle(check)) {
      case CheckCode.Outcome.Right _ -> store(account, command.session());
      case CheckCode.Outcome.NotNeeded _ -> new Outcome.NothingBegun();
      case CheckCode.Outcome.Missing _, CheckCode.Outcome.Wrong _ -> new Outcome.WrongCode();
      case CheckCode.Outcome.Locked(var rest) -> new Outcome.Locked(rest);
    };
  }

  private Outcome store(UserAccount account, SessionId session) {
    var now = system.instant();
    factors.activate(account.id(), now);
    var codes = issueRecoveryCodes.handle(new IssueRecoveryCodes.Command(account.id()));
    var event = new SecondFactorAdded(account.id(), now);
    tellOfSecondFactor.handle(
        new TellOfSecondFactor.Command(account, session, Change.ADDED, event));
    return new Outcome.Activated(codes);
  }
}
