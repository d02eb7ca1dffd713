package org.mercat.application.identity;

import java.time.InstantSource;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.UserTokens;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserToken;
import org.mercat.domain.identity.UserToken.Purpose;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Recipient.Address;
import org.mercat.domain.notification.Secret;

/**
 * Sends somebody a token by mail, one a minute for each purpose, so that nobody floods a mailbox
 * through us. Runs in the unit of work of its caller.
 */
public final class SendToken {

  /**
   * Which token, to which address.
   *
   * @param to the address that the token shows to be the person's
   */
  public record Command(UserAccount account, Purpose purpose, EmailAddress to) {}

  public enum Outcome {
    SENT,
    /** The one before was sent a moment ago. */
    TOO_SOON
  }

  private final UserTokens tokens;
  private final TokenIssuer issuer;
  private final TellOwner tellOwner;
  private final InstantSource system;

  public SendToken(
      UserTokens tokens, TokenIssuer issuer, TellOwner tellOwner, InstantSource system) {
    this.tokens = tokens;
    this.issuer = issuer;
    this.tellOwner = tellOwner;
    this.system = system;
  }

  public Outcome handle(Command command) {
    var account = command.account();
    var token = new OneTimeToken(issuer.secret());
    var issued =
        UserToken.issue(account.id(), command.purpose(), token, command.to(), system.instant());
    return switch (tokens.put(issued)) {
      case TOO_SOON -> Outcome.TOO_SOON;
      case KEPT -> {
        var to = new Address.Email(command.to().value());
        tellOwner.handle(new TellOwner.Command(account, to, message(command.purpose(), token)));
        yield Outcome.SENT;
      }
    };
  }

  private static Message message(Purpose purpose, OneTimeToken token) {
    var secret = new Secret(token.text());
    return switch (purpose) {
      case VERIFY_EMAIL, CHANGE_EMAIL -> new Message.VerifyEmail(secret, purpose.life());
      case RESET_PASSWORD -> new Message.ResetPassword(secret, purpose.life());
    };
  }
}
