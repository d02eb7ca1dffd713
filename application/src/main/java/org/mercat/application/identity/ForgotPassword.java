package org.mercat.application.identity;

import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserToken.Purpose;

/**
 * Somebody has forgotten the password: whoever reads the mail of the address may choose another.
 * What became of it is nobody's business, so whoever asks is answered before this is run.
 */
public final class ForgotPassword {

  public record Command(EmailAddress email) {}

  public enum Outcome {
    SENT,
    /** There is no such account that is open, or it was sent a token a moment ago. */
    NOT_SENT
  }

  private final Users users;
  private final SendToken sendToken;
  private final UnitOfWork unitOfWork;

  public ForgotPassword(Users users, SendToken sendToken, UnitOfWork unitOfWork) {
    this.users = users;
    this.sendToken = sendToken;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    return unitOfWork.run(
        () ->
            users
                .findByEmail(command.email())
                .filter(UserAccount::maySignIn)
                .map(this::send)
                .orElse(Outcome.NOT_SENT));
  }

  private Outcome send(UserAccount account) {
    var command = new SendToken.Command(account, Purpose.RESET_PASSWORD, account.email());
    return switch (sendToken.handle(command)) {
      case SENT -> Outcome.SENT;
      case TOO_SOON -> Outcome.NOT_SENT;
    };
  }
}
