package org.mercat.persistence.tenancy;

import java.util.Optional;
import org.mercat.application.identity.port.InMemoryPasswordHasher;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Administrators;
import org.mercat.application.tenancy.port.AdministratorsContract;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.identity.MyBatisUsers;
import org.mercat.persistence.shared.MyBatisEventOutbox;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisAdministratorsTest implements AdministratorsContract {

  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public Administrators administrators() {
    return new MyBatisAdministrators(
        TestDatabase.SESSIONS,
        users,
        new InMemoryPasswordHasher(),
        new MyBatisEventOutbox(TestDatabase.SESSIONS, new Reactions()));
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public TenantId anyTenant() {
    return TestDatabase.newTenant();
  }

  @Override
  public Optional<String> administratorOf(TenantId tenant) {
    return TestDatabase.of(tenant)
        .run(() -> users.findByEmail(new EmailAddress(EMAIL)))
        .filter(account -> account.roles().contains(Role.SUPER_ADMIN))
        .map(UserAccount::email)
        .map(EmailAddress::value);
  }
}
