package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.mercat.application.identity.port.OidcIssuers;
import org.mercat.application.identity.port.OidcIssuersContract;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisOidcIssuersTest implements OidcIssuersContract {

  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final OidcIssuers issuers = new MyBatisOidcIssuers(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public OidcIssuers issuers() {
    return issuers;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId anyUser() {
    var account = SampleUsers.client(users.nextId());
    assertThat(unitOfWork.run(() -> users.add(account))).isEqualTo(Addition.ADDED);
    return account.id();
  }
}
