package org.mercat.application.tenancy.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.tenancy.port.SampleTenants.anyHost;
import static org.mercat.application.tenancy.port.SampleTenants.changed;
import static org.mercat.application.tenancy.port.SampleTenants.tenant;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Tenants.Storing;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.TenantId;

/** What every adapter of {@link TenantDirectory} promises. */
public interface TenantDirectoryContract {

  Tenants tenants();

  TenantDirectory directory();

  /** Work of the default tenant. */
  UnitOfWork unitOfWork();

  UnitOfWork unitOfWork(TenantId tenant);

  @Test
  default void a_tenant_is_at_each_of_its_hosts() {
    var one = anyHost();
    var other = anyHost();
    var id = tenants().nextId();
    assertThat(unitOfWork().run(() -> tenants().add(tenant(id, one, other))))
        .isEqualTo(Storing.STORED);

    assertThat(at(one)).contains(id);
    assertThat(at(other)).contains(id);
    assertThat(at(anyHost())).isEmpty();
  }

  @Test
  default void a_tenant_knows_its_own_hosts_only() {
    var host = anyHost();
    var id = tenants().nextId();
    assertThat(unitOfWork().run(() -> tenants().add(tenant(id, host)))).isEqualTo(Storing.STORED);

    assertThat(unitOfWork(id).run(() -> directory().ownHosts())).containsExactly(host);
    assertThat(unitOfWork().run(() -> directory().ownHosts())).doesNotContain(host);
  }

  @Test
  default void tells_whether_a_tenant_is_served() {
    var active = tenant(tenants().nextId());
    assertThat(unitOfWork().run(() -> tenants().add(active))).isEqualTo(Storing.STORED);
    assertThat(standing(active.id())).contains(Standing.ACTIVE);

    var suspended = changed(active, active.hosts(), Standing.SUSPENDED);
    assertThat(unitOfWork().run(() -> tenants().update(suspended))).isEqualTo(Storing.STORED);

    assertThat(standing(active.id())).contains(Standing.SUSPENDED);
    assertThat(standing(tenants().nextId())).isEmpty();
  }

  private Optional<TenantId> at(HostName host) {
    return unitOfWork().run(() -> directory().at(host));
  }

  private Optional<Standing> standing(TenantId tenant) {
    return unitOfWork().run(() -> directory().standing(tenant));
  }
}
