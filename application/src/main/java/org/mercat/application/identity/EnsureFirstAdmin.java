package org.mercat.application.identity;

import java.time.InstantSource;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.UserAccount;

/** Before the market opens, the administrator whom the operator names gets an account. */
public final class EnsureFirstAdmin {

  private static final PersonName NAME = new PersonName("First", "Administrator");

  public record Command(EmailAddress email, Password password) {}

  public enum Outcome {
    CREATED,
    /** There is an account with this address; it is left as it is. */
    THERE_ALREADY
  }

  private final Users users;
  private final PasswordHasher hasher;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;

  public EnsureFirstAdmin(
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
    if (unitOfWork.run(() -> users.findByEmail(command.email())).isPresent()) {
      return Outcome.THERE_ALREADY;
    }
    var hash = hasher.hash(command.password());
    return unitOfWork.run(() -> create(command.email(), hash));
  }

  private Outcome create(EmailAddress email, PasswordHash hash) {
    var registered = UserAccount.administrator(users.nextId(), email, NAME, hash, market.instant());
    if (users.add(registered.account()) == Addition.EMAIL_TAKEN) {
      return Outcome.THERE_ALREADY;
    }
    outbox.append(registered.event());
    return Outcome.CREATED;
  }
}
