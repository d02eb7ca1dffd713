package org.mercat.application.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.tenancy.port.SampleTenants.anyHost;
import static org.mercat.application.tenancy.port.SampleTenants.changed;
import static org.mercat.application.tenancy.port.SampleTenants.tenant;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.tenancy.port.InMemoryTenants;
import org.mercat.application.tenancy.port.SampleTenants;
import org.mercat.application.tenancy.port.Tenants.Storing;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.Tenant;

class FindTenantTest {

  private final InMemoryTenants tenants = new InMemoryTenants();
  private final SettableClock system = new SettableClock(SampleTenants.NOW);
  private final FindTenant find = new FindTenant(tenants, new InMemoryUnitOfWork(tenants), system);
  private final HostName host = anyHost();

  @Test
  void a_host_leads_to_its_tenant() {
    var paws = added();

    assertThat(at(host)).isEqualTo(new FindTenant.Outcome.Served(paws.id()));
    assertThat(at(anyHost())).isEqualTo(new FindTenant.Outcome.Unknown());
  }

  @Test
  void an_id_leads_to_its_tenant() {
    var paws = added();

    assertThat(find.handle(new FindTenant.Query.Of(paws.id())))
        .isEqualTo(new FindTenant.Outcome.Served(paws.id()));
    assertThat(find.handle(new FindTenant.Query.Of(tenants.nextId())))
        .isEqualTo(new FindTenant.Outcome.Unknown());
  }

  @Test
  void a_suspension_is_known_after_a_second() {
    var paws = added();
    assertThat(at(host)).isEqualTo(new FindTenant.Outcome.Served(paws.id()));

    assertThat(tenants.update(changed(paws, paws.hosts(), Standing.SUSPENDED)))
        .isEqualTo(Storing.STORED);
    system.set(SampleTenants.NOW.plus(FindTenant.MEMORY).minusMillis(1));
    assertThat(at(host)).isEqualTo(new FindTenant.Outcome.Served(paws.id()));
    system.set(SampleTenants.NOW.plus(FindTenant.MEMORY));

    assertThat(at(host)).isEqualTo(new FindTenant.Outcome.Suspended(paws.id()));
  }

  @Test
  void a_clock_that_was_set_back_makes_no_answer_last_longer() {
    assertThat(at(host)).isEqualTo(new FindTenant.Outcome.Unknown());
    var paws = added();

    system.set(SampleTenants.NOW.minus(Duration.ofHours(1)));

    assertThat(at(host)).isEqualTo(new FindTenant.Outcome.Served(paws.id()));
  }

  @Test
  void invented_hosts_do_not_fill_the_memory() {
    for (var number = 0; number <= FindTenant.MOST; number++) {
      assertThat(at(new HostName("h" + number))).isEqualTo(new FindTenant.Outcome.Unknown());
    }

    assertThat(find.remembered()).isLessThanOrEqualTo(FindTenant.MOST);
  }

  private FindTenant.Outcome at(HostName name) {
    return find.handle(new FindTenant.Query.At(name));
  }

  private Tenant added() {
    var paws = tenant(tenants.nextId(), host);
    assertThat(tenants.add(paws)).isEqualTo(Storing.STORED);
    return paws;
  }
}
