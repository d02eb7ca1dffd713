package org.mercat.application.identity;

import java.time.InstantSource;
import org.mercat.application.identity.WhoAmI.Me;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.Verification;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PasswordRules;
import org.mercat.domain.identity.PasswordRules.Weakness;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Registered;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.identity.UserToken.Purpose;
import org.mercat.domain.notification.Message;
import org.mercat.domain.shared.Role;

/**
 * Somebody opens an account, and is sent a token that shows that the address is his. Where the
 * tenant wants that, whoever registers with the address of another account gets the answer that
 * anybody gets, and only the owner of the address is told.
 */
public final class RegisterUser {

  public record Command(EmailAddress email, Password password, PersonName name, Role role) {}

  public sealed interface Outcome {
    /** The account as its owner sees it. */
    record Registered(Me me) implements Outcome {
      public UserId user() {
        return me.id();
      }
    }

    record EmailTaken() implements Outcome {}

    record TooWeak(Weakness why) implements Outcome {}
  }

  private final Users users;
  private final Verification verification;
  private final PasswordHasher hasher;
  private final SendToken sendToken;
  private final TellOwner tellOwner;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;

  public RegisterUser(
      Users users,
      Verification verification,
      PasswordHasher hasher,
      SendToken sendToken,
      TellOwner tellOwner,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource market) {
    this.users = users;
    this.verification = verification;
    this.hasher = hasher;
    this.sendToken = sendToken;
    this.tellOwner = tellOwner;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.market = market;
  }

  public Outcome handle(Command command) {
    var weakness = PasswordRules.weakness(command.password(), command.email(), command.name());
    if (weakness.isPresent()) {
      return new Outcome.TooWeak(weakness.get());
    }
    var hash = hasher.hash(command.password());
    return unitOfWork.run(() -> register(command, hash));
  }

  private Outcome register(Command command, PasswordHash hash) {
    var registered =
        UserAccount.register(
            users.nextId(),
            command.email(),
            command.name(),
            hash,
            command.role(),
            market.instant());
    return switch (users.add(registered.account())) {
      case EMAIL_TAKEN -> taken(registered.account());
      case ADDED -> added(registered);
    };
  }

  private Outcome added(Registered registered) {
    var account = registered.account();
    outbox.append(registered.event());
    var _ = sendToken.handle(new SendToken.Command(account, Purpose.VERIFY_EMAIL, account.email()));
    return new Outcome.Registered(Me.of(account));
  }

  private Outcome taken(UserAccount wanted) {
    if (!verification.isWanted()) {
      return new Outcome.EmailTaken();
    }
    users
        .findByEmail(wanted.email())
        .map(owner -> new TellOwner.Command(owner, new Message.AlreadyRegistered()))
        .ifPresent(tellOwner::handle);
    return new Outcome.Registered(Me.of(wanted));
  }
}
