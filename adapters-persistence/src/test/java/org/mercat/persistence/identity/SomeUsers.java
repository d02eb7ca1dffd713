package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.persistence.shared.TestDatabase;

/** A tenant of its own, and people who have accounts there. */
abstract class SomeUsers {

  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  public UserId anyUser() {
    return user(Status.ACTIVE);
  }

  public UserId user(Status status) {
    var email = SampleUsers.anyEmail();
    var account = SampleUsers.account(users.nextId(), email, Set.of(Role.CLIENT), status);
    assertThat(unitOfWork.run(() -> users.add(account))).isEqualTo(Addition.ADDED);
    return account.id();
  }
}
