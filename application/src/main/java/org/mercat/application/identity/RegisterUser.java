package org.mercat.application.identity;

import java.time.InstantSource;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/** Somebody opens an account. */
public final class RegisterUser {

  public record Command(EmailAddress email, Password password, PersonName name, Role role) {}

  public sealed interface Outcome {
    record Registered(UserId user) implements Outcome {}

    record EmailTaken() implements Outcome {}
  }

  private final Users users;
  private final PasswordHasher hasher;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;

  public RegisterUser(
      Users users,
      PasswordHasher hasher,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource market) {
    this.users = users;
    this.hasher = hasher;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.market = market;
  }

  public Outcome handle(Command command) {
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
      case EMAIL_TAKEN -> new Outcome.EmailTaken();
      case ADDED -> {
        outbox.append(registered.event());
        yield new Outcome.Registered(registered.account().id());
      }
    };
  }
}
