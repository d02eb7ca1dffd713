package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.SigningKeys;
import org.mercat.application.identity.port.SigningKeysContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisSigningKeysTest implements SigningKeysContract {

  private final SigningKeys keys = new MyBatisSigningKeys(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public SigningKeys keys() {
    return keys;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Test
  void every_tenant_has_keys_of_its_own() {
    var here = unitOfWork.run(keys::current);
    var other = TestDatabase.unitOfWork();

    assertThat(other.run(keys::current).id()).isNotEqualTo(here.id());
    assertThat(other.run(() -> keys.find(here.id()))).isEmpty();
  }
}
