package org.mercat.persistence.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Members;
import org.mercat.application.tenancy.port.MembersContract;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.persistence.identity.MyBatisUsers;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisMembersTest implements MembersContract {

  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public Members members() {
    return new MyBatisMembers(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId joined(String email, Role role) {
    var account =
        SampleUsers.account(users.nextId(), new EmailAddress(email), Set.of(role), Status.ACTIVE);
    assertThat(unitOfWork.run(() -> users.add(account))).isEqualTo(Addition.ADDED);
    return account.id();
  }
}
