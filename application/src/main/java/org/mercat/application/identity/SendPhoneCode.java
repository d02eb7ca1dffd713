package org.mercat.application.identity;

import java.time.InstantSource;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.PhoneChallenges;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.PhoneCode;
import org.mercat.domain.identity.PhoneNumber;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Recipient.Address;
import org.mercat.domain.notification.Secret;
import org.mercat.domain.shared.Permission;

/** Somebody wants to show that a telephone is his: a code goes there, one a minute at the most. */
public final class SendPhoneCode {

  public record Command(Caller caller, PhoneNumber number) {}

  public enum Outcome {
    SENT,
    TOO_SOON,
    FORBIDDEN,
    NOT_FOUND
  }

  private final Access access;
  private final Users users;
  private final PhoneChallenges challenges;
  private final TokenIssuer issuer;
  private final PasswordHasher hasher;
  private final TellOwner tellOwner;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public SendPhoneCode(
      Access access,
      Users users,
      PhoneChallenges challenges,
      TokenIssuer issuer,
      PasswordHasher hasher,
      TellOwner tellOwner,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.access = access;
    this.users = users;
    this.challenges = challenges;
    this.issuer = issuer;
    this.hasher = hasher;
    this.tellOwner = tellOwner;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return Outcome.FORBIDDEN;
    }
    var code = PhoneCode.of(issuer.secret());
    var hash = hasher.hash(code.asPassword());
    return unitOfWork.run(
        () ->
            users
                .find(command.caller().user())
                .map(account -> send(account, command.number(), code, hash))
                .orElse(Outcome.NOT_FOUND));
  }

  private Outcome send(UserAccount account, PhoneNumber number, PhoneCode code, PasswordHash hash) {
    var challenge = PhoneChallenge.send(account.id(), number, hash, system.instant());
    return switch (challenges.put(challenge)) {
      case TOO_SOON -> Outcome.TOO_SOON;
      case KEPT -> {
        var to = new Address.Phone(number.value());
        var message = new Message.VerifyPhone(new Secret(code.digits()), PhoneChallenge.LIFE);
        tellOwner.handle(new TellOwner.Command(account, to, message));
        yield Outcome.SENT;
      }
    };
  }
}
