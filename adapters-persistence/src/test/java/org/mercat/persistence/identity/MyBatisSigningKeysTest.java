package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.SigningKeys;
import org.mercat.application.identity.port.SigningKeys.SigningKey;
import org.mercat.application.identity.port.SigningKeysContract;
import org.mercat.application.shared.InMemorySealer;
import org.mercat.application.shared.Sealer.SealBroken;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisSigningKeysTest implements SigningKeysContract {

  private final SigningKeys keys =
      new MyBatisSigningKeys(TestDatabase.SESSIONS, new InMemorySealer());
  private final UnitOfWork unitOfWork = ofSomeTenant();

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
    var here = added(unitOfWork);
    var there = added(ofSomeTenant());

    assertThat(there).hasSize(1).doesNotContainAnyElementsOf(here);
  }

  @Test
  void nobody_reads_a_key_who_cannot_open_it() {
    assertThat(added(unitOfWork)).hasSize(1);
    var other = new MyBatisSigningKeys(TestDatabase.SESSIONS, new InMemorySealer());

    assertThatThrownBy(() -> unitOfWork.run(other::all)).isInstanceOf(SealBroken.class);
  }

  private List<SigningKey> added(UnitOfWork tenant) {
    return tenant.run(
        () -> {
          keys.add(1, SampleGrants.FROM);
          return keys.all();
        });
  }

  private static UnitOfWork ofSomeTenant() {
    return TestDatabase.as(DatabaseRole.AUTHENTICATOR, TestDatabase.newTenant());
  }
}
