package org.mercat.persistence.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.integration.port.ApiKeys;
import org.mercat.application.integration.port.ApiKeysContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.identity.MyBatisUsers;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisApiKeysTest implements ApiKeysContract {

  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final ApiKeys keys = new MyBatisApiKeys(TestDatabase.SESSIONS);
  private final TenantId tenant = TestDatabase.newTenant();
  private final UnitOfWork unitOfWork = TestDatabase.of(tenant);

  @Override
  public ApiKeys keys() {
    return keys;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public TenantId tenant() {
    return tenant;
  }

  @Override
  public UserId anyOwner() {
    var account = SampleUsers.client(users.nextId());
    assertThat(unitOfWork.run(() -> users.add(account))).isEqualTo(Addition.ADDED);
    return account.id();
  }

  @Test
  void a_secret_has_256_random_bits() {
    assertThat(keys.nextSecret().secret()).hasSize(43);
  }
}
