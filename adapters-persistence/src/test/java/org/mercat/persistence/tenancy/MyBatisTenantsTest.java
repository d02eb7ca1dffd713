package org.mercat.persistence.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.SampleTenants;
import org.mercat.application.tenancy.port.TenantDirectory;
import org.mercat.application.tenancy.port.TenantDirectoryContract;
import org.mercat.application.tenancy.port.Tenants;
import org.mercat.application.tenancy.port.Tenants.Storing;
import org.mercat.application.tenancy.port.TenantsContract;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.shared.Sql;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisTenantsTest implements TenantsContract, TenantDirectoryContract {

  private final Tenants tenants = new MyBatisTenants(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.of(TenantId.DEFAULT);

  @AfterEach
  void leave_the_default_tenant_alone() throws SQLException {
    try (var owner = TestDatabase.owner().getConnection()) {
      Sql.execute(owner, "delete from tenant_host");
      Sql.execute(owner, "delete from tenant where name like 'Paws%'");
    }
  }

  @Override
  public Tenants tenants() {
    return tenants;
  }

  @Override
  public TenantDirectory directory() {
    return new MyBatisTenantDirectory(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UnitOfWork unitOfWork(TenantId tenant) {
    return TestDatabase.of(tenant);
  }

  @Test
  void the_default_tenant_is_there_from_the_start() {
    assertThat(unitOfWork.run(() -> tenants.find(TenantId.DEFAULT)))
        .hasValueSatisfying(found -> assertThat(found.slug().value()).isEqualTo("mercat"));
  }

  @Test
  void no_other_tenant_sees_or_opens_any() {
    var another = TestDatabase.unitOfWork();

    assertThat(another.run(() -> tenants.find(TenantId.DEFAULT))).isEmpty();
    assertThat(another.run(() -> tenants.page(new PageRequest(1, Optional.empty()))).items())
        .isEmpty();
    assertThatThrownBy(() -> another.run(() -> tenants.add(SampleTenants.tenant(tenants.nextId()))))
        .hasMessageContaining("check option");
  }

  @Test
  void a_tenant_is_found_at_its_host_in_a_unit_of_another_one() {
    var host = SampleTenants.anyHost();
    var id = tenants.nextId();
    assertThat(unitOfWork.run(() -> tenants.add(SampleTenants.tenant(id, host))))
        .isEqualTo(Storing.STORED);

    assertThat(TestDatabase.unitOfWork().run(() -> directory().at(host))).contains(id);
  }
}
