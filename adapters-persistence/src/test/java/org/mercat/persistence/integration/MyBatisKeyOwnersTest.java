package org.mercat.persistence.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.integration.port.KeyOwners;
import org.mercat.application.integration.port.KeyOwnersContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.persistence.identity.MyBatisUserRights;
import org.mercat.persistence.identity.MyBatisUsers;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisKeyOwnersTest implements KeyOwnersContract {

  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public KeyOwners owners() {
    return new MyBatisKeyOwners(users, new MyBatisUserRights(TestDatabase.SESSIONS));
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId somebody(Role role) {
    return account(role, Status.ACTIVE);
  }

  @Override
  public UserId suspended() {
    return account(Role.CLIENT, Status.SUSPENDED);
  }

  @Override
  public UserId nobody() {
    return users.nextId();
  }

  private UserId account(Role role, Status status) {
    var account = SampleUsers.account(users.nextId(), SampleUsers.anyEmail(), Set.of(role), status);
    assertThat(unitOfWork.run(() -> users.add(account))).isEqualTo(Addition.ADDED);
    return account.id();
  }
}
