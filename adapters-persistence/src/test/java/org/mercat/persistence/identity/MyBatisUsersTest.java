package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.identity.port.UsersContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisUsersTest implements UsersContract {

  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public Users users() {
    return users;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Test
  void every_tenant_may_have_an_account_for_the_same_address() {
    var email = SampleUsers.anyEmail();
    var here = SampleUsers.client(users.nextId(), email);
    var there = SampleUsers.client(users.nextId(), email);
    var other = TestDatabase.unitOfWork();

    assertThat(unitOfWork.run(() -> users.add(here))).isEqualTo(Addition.ADDED);
    assertThat(other.run(() -> users.add(there))).isEqualTo(Addition.ADDED);

    assertThat(other.run(() -> users.findByEmail(email))).contains(there);
    assertThat(other.run(() -> users.find(here.id()))).isEmpty();
  }
}
