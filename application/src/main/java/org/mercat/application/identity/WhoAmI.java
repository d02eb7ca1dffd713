package org.mercat.application.identity;

import java.util.Optional;
import java.util.Set;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/** An account as its owner sees it. */
public final class WhoAmI {

  public record Command(UserId user) {}

  public record Me(UserId id, EmailAddress email, PersonName name, Set<Role> roles, Status status) {

    static Me of(UserAccount account) {
      return new Me(
          account.id(), account.email(), account.name(), account.roles(), account.status());
    }
  }

  private final Users users;
  private final UnitOfWork unitOfWork;

  public WhoAmI(Users users, UnitOfWork unitOfWork) {
    this.users = users;
    this.unitOfWork = unitOfWork;
  }

  /** Empty if there is no such account. */
  public Optional<Me> handle(Command command) {
    return unitOfWork.run(() -> users.find(command.user())).map(Me::of);
  }
}
