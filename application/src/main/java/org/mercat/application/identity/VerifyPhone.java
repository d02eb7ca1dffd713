package org.mercat.application.identity;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.PhoneChallenges;
import org.mercat.application.identity.port.PhoneChallenges.Taken;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.PhoneCode;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Transition.Done;
import org.mercat.domain.identity.UserAccount.Transition.Refused;
import org.mercat.domain.shared.Permission;

/**
 * Somebody shows by a code that a telephone is his. Every try is counted before it is looked at, so
 * that many at once are as good as one after the other.
 */
public final class VerifyPhone {

  public record Command(Caller caller, PhoneCode code) {}

  public enum Outcome {
    VERIFIED,
    /** Wrong, used before, expired, tried too often, or none was sent. */
    BAD_CODE,
    FORBIDDEN
  }

  private final Access access;
  private final Users users;
  private final PhoneChallenges challenges;
  private final PasswordHasher hasher;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;
  private final InstantSource system;

  public VerifyPhone(
      Access access,
      Users users,
      PhoneChallenges challenges,
      PasswordHasher hasher,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource market,
      InstantSource system) {
    this.access = access;
    this.users = users;
    this.challenges = challenges;
    this.hasher = hasher;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.market = market;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return Outcome.FORBIDDEN;
    }
    var user = command.caller().user();
    return unitOfWork
        .run(() -> challenges.tryOnce(user))
        .filter(challenge -> challenge.isGood(system.instant()))
        .filter(it -> hasher.matches(command.code().asPassword(), Optional.of(it.code())))
        .map(challenge -> unitOfWork.run(() -> use(challenge)))
        .orElse(Outcome.BAD_CODE);
  }

  private Outcome use(PhoneChallenge challenge) {
    if (challenges.take(challenge.user(), challenge.sentAt()) == Taken.GONE) {
      return Outcome.BAD_CODE;
    }
    return users
        .find(challenge.user())
        .map(account -> store(account, challenge))
        .orElse(Outcome.BAD_CODE);
  }

  private Outcome store(UserAccount account, PhoneChallenge challenge) {
    return switch (account.verifyPhone(challenge.number(), market.instant())) {
      case Refused _ -> Outcome.BAD_CODE;
      case Done(var verified, var event) -> {
        users.update(verified);
        outbox.append(event);
        yield Outcome.VERIFIED;
      }
    };
  }
}
