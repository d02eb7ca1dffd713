package org.mercat.application.identity;

import java.time.Duration;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserToken.Purpose;
import org.mercat.domain.notification.Message;
import org.mercat.domain.shared.Permission;

/**
 * Somebody wants to be reached at another address. Nothing changes before the token that is sent
 * there comes back ({@link VerifyEmail}). Whether somebody else has the address is told to nobody
 * but its owner.
 */
public final class ChangeEmail {

  public record Command(Caller caller, SessionId session, EmailAddress email, Password password) {}

  public sealed interface Outcome {
    /** A token, or the owner of the address knows that somebody wanted it. */
    record Sent() implements Outcome {}

    /** It is the address of the account. */
    record AlreadySo() implements Outcome {}

    record TooSoon() implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record WrongPassword() implements Outcome {}

    record Locked(Duration rest) implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final CheckPassword checkPassword;
  private final SendToken sendToken;
  private final TellOwner tellOwner;
  private final UnitOfWork unitOfWork;

  public ChangeEmail(
      Access access,
      Users users,
      CheckPassword checkPassword,
      SendToken sendToken,
      TellOwner tellOwner,
      UnitOfWork unitOfWork) {
    this.access = access;
    this.users = users;
    this.checkPassword = checkPassword;
    this.sendToken = sendToken;
    this.tellOwner = tellOwner;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> users.find(command.caller().user()))
        .map(account -> change(account, command))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome change(UserAccount account, Command command) {
    var place = "session " + command.session().value();
    var check = new CheckPassword.Command(account.email(), command.password(), place);
    return switch (checkPassword.handle(check)) {
      case CheckPassword.Outcome.Wrong _ -> new Outcome.WrongPassword();
      case CheckPassword.Outcome.Locked(var rest) -> new Outcome.Locked(rest);
      case CheckPassword.Outcome.Right(var known) ->
          known.email().equals(command.email())
              ? new Outcome.AlreadySo()
              : unitOfWork.run(() -> send(known, command.email()));
    };
  }

  private Outcome send(UserAccount account, EmailAddress next) {
    var holder = users.findByEmail(next);
    if (holder.isPresent()) {
      tellOwner.handle(new TellOwner.Command(holder.get(), new Message.AlreadyRegistered()));
      return new Outcome.Sent();
    }
    var command = new SendToken.Command(account, Purpose.CHANGE_EMAIL, next);
    return switch (sendToken.handle(command)) {
      case SENT -> new Outcome.Sent();
      case TOO_SOON -> new Outcome.TooSoon();
    };
  }
}
