package org.mercat.application.identity;

import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserToken.Purpose;
import org.mercat.domain.shared.Permission;

/** Somebody did not get the token that shows that the address is his, or has lost it. */
public final class ResendVerification {

  public record Command(Caller caller) {}

  public enum Outcome {
    SENT,
    /** The address is verified. */
    NOT_NEEDED,
    /** The one before was sent a moment ago. */
    TOO_SOON,
    FORBIDDEN
  }

  private final Access access;
  private final Users users;
  private final SendToken sendToken;
  private final UnitOfWork unitOfWork;

  public ResendVerification(
      Access access, Users users, SendToken sendToken, UnitOfWork unitOfWork) {
    this.access = access;
    this.users = users;
    this.sendToken = sendToken;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return Outcome.FORBIDDEN;
    }
    return unitOfWork.run(
        () ->
            users
                .find(command.caller().user())
                .filter(account -> !account.isVerified())
                .map(this::send)
                .orElse(Outcome.NOT_NEEDED));
  }

  private Outcome send(UserAccount account) {
    var command = new SendToken.Command(account, Purpose.VERIFY_EMAIL, account.email());
    return switch (sendToken.handle(command)) {
      case SENT -> Outcome.SENT;
      case TOO_SOON -> Outcome.TOO_SOON;
    };
  }
}
