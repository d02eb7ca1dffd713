package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.tenancy.FindTenant;
import org.mercat.application.tenancy.port.InMemoryTenants;
import org.mercat.application.tenancy.port.SampleTenants;
import org.mercat.application.tenancy.port.Tenants.Storing;
import org.mercat.domain.shared.Slug;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.TenantId;

class TenantFiltersTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");

  private final InMemoryTenants tenants = new InMemoryTenants();
  private final SettableClock system = new SettableClock(NOW);
  private final FindTenant findTenant =
      new FindTenant(tenants, new InMemoryUnitOfWork(tenants), system);
  private final TenantFilter byHost = new TenantFilter(findTenant);
  private final SuspensionFilter suspension = new SuspensionFilter(findTenant);
  private final Tenant paws = added(tenants.nextId(), "paws", "paws.example.org");
  private final List<TenantId> seen = new ArrayList<>();

  TenantFiltersTest() {
    var _ = added(TenantId.DEFAULT, "mercat");
  }

  @Test
  void a_host_of_a_tenant_leads_to_it() throws Exception {
    assertThat(ask("PAWS.example.org").answer().status()).isEqualTo(200);

    assertThat(seen).containsExactly(paws.id());
  }

  @Test
  void a_host_that_nobody_has_leaves_the_default_tenant() throws Exception {
    for (var host : List.of("localhost", "claws.example.org", "[::1]", "::1")) {
      assertThat(ask(host).answer().status()).isEqualTo(200);
    }

    assertThat(seen).hasSize(4).containsOnly(TenantId.DEFAULT);
  }

  @Test
  void a_token_of_another_tenant_is_worth_nothing_at_a_host_that_has_one() throws Exception {
    var ofPaws = ask("paws.example.org").request;
    var ofNobody = ask("localhost").request;

    assertThat(TenantFilter.admits(ofPaws, paws.id())).isTrue();
    assertThat(TenantFilter.admits(ofPaws, TenantId.DEFAULT)).isFalse();
    assertThat(TenantFilter.admits(ofNobody, paws.id())).isTrue();
    assertThat(TenantFilter.admits(ofNobody, TenantId.DEFAULT)).isTrue();
  }

  @Test
  void what_is_asked_of_a_suspended_market_is_refused() throws Exception {
    var suspended = SampleTenants.changed(paws, paws.hosts(), Standing.SUSPENDED);
    assertThat(tenants.update(suspended)).isEqualTo(Storing.STORED);
    system.advance(Duration.ofSeconds(1));

    var refused = ask("paws.example.org");

    assertThat(refused.answer().status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("TENANT_SUSPENDED");
    assertThat(seen).isEmpty();
  }

  @Test
  void a_tenant_that_is_gone_is_not_served() throws Exception {
    var exchange = new Exchange("GET", "/search");

    var _ =
        Acting.of(tenants.nextId())
            .<Exchange, Exception>call(
                () -> exchange.through(suspension, (_, _) -> seen.add(Acting.now().tenant())));

    assertThat(exchange.code()).isEqualTo("TENANT_SUSPENDED");
    assertThat(seen).isEmpty();
  }

  private Exchange ask(String host) throws Exception {
    var exchange = new Exchange("GET", "/search");
    when(exchange.request.getServerName()).thenReturn(host);
    return exchange.through(
        byHost,
        (request, response) ->
            suspension.doFilter(request, response, (_, _) -> seen.add(Acting.now().tenant())));
  }

  private Tenant added(TenantId id, String slug, String... hosts) {
    var names = List.of(hosts).stream().map(HostName::new).toList();
    var tenant = Tenant.open(id, slug, new Slug(slug), Set.copyOf(names), NOW).tenant();
    assertThat(tenants.add(tenant)).isEqualTo(Storing.STORED);
    return tenant;
  }
}
