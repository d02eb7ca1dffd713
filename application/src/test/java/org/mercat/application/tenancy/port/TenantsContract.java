package org.mercat.application.tenancy.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.tenancy.port.SampleTenants.anyHost;
import static org.mercat.application.tenancy.port.SampleTenants.changed;
import static org.mercat.application.tenancy.port.SampleTenants.tenant;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Tenants.Storing;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.TenantId;

/** What every adapter of {@link Tenants} promises. */
public interface TenantsContract {

  Tenants tenants();

  /** Work of the default tenant. */
  UnitOfWork unitOfWork();

  @Test
  default void finds_what_was_added() {
    var added = tenant(tenants().nextId(), anyHost(), anyHost());

    assertThat(add(added)).isEqualTo(Storing.STORED);

    assertThat(find(added.id())).contains(added);
    assertThat(find(tenants().nextId())).isEmpty();
  }

  @Test
  default void a_tenant_needs_no_host() {
    var added = added(tenant(tenants().nextId()));

    assertThat(find(added.id())).contains(added);
  }

  @Test
  default void a_slug_belongs_to_one_tenant_for_good() {
    var first = added(tenant(tenants().nextId()));
    var host = anyHost();
    var second =
        Tenant.open(tenants().nextId(), "Claws", first.slug(), Set.of(host), SampleTenants.NOW)
            .tenant();

    assertThat(add(second)).isEqualTo(Storing.SLUG_TAKEN);

    assertThat(find(second.id())).isEmpty();
    assertThat(add(tenant(tenants().nextId(), host))).isEqualTo(Storing.STORED);
  }

  @Test
  default void a_host_belongs_to_one_tenant() {
    var first = added(tenant(tenants().nextId(), anyHost()));
    var taken = first.hosts().iterator().next();
    var free = anyHost();

    assertThat(add(tenant(tenants().nextId(), free, taken))).isEqualTo(Storing.HOST_TAKEN);

    var second = added(tenant(tenants().nextId(), free));
    var greedy = changed(second, Set.of(free, taken), Standing.ACTIVE);
    assertThat(update(greedy)).isEqualTo(Storing.HOST_TAKEN);
    assertThat(find(second.id())).contains(second);
  }

  @Test
  default void hosts_come_and_go_with_the_next_version() {
    var stays = anyHost();
    var goes = anyHost();
    var comes = anyHost();
    var first = added(tenant(tenants().nextId(), stays, goes));
    var second = changed(first, Set.of(stays, comes), Standing.SUSPENDED);

    assertThat(update(second)).isEqualTo(Storing.STORED);

    assertThat(find(first.id()))
        .hasValueSatisfying(
            stored -> {
              assertThat(stored.version()).isEqualTo(1);
              assertThat(stored)
                  .usingRecursiveComparison()
                  .ignoringFields("version")
                  .isEqualTo(second);
            });
    assertThat(add(tenant(tenants().nextId(), goes))).isEqualTo(Storing.STORED);
  }

  @Test
  default void a_version_is_replaced_once() {
    var first = added(tenant(tenants().nextId()));
    assertThat(update(changed(first, Set.of(), Standing.ACTIVE))).isEqualTo(Storing.STORED);

    assertThatThrownBy(() -> update(changed(first, Set.of(), Standing.ACTIVE)))
        .isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void pages_are_newest_first() {
    var first = added(tenant(tenants().nextId()));
    var second = added(tenant(tenants().nextId()));

    assertThat(page(new PageRequest(2, Optional.empty()))).containsExactly(second, first);
    assertThat(page(new PageRequest(1, Optional.of(second.id().value())))).containsExactly(first);
  }

  @RepeatedTest(10)
  default void of_simultaneous_claims_of_a_host_exactly_one_wins() throws Exception {
    var host = anyHost();
    var start = new CyclicBarrier(4);
    Callable<Storing> claim =
        () -> {
          var claiming = tenant(tenants().nextId(), host);
          start.await();
          return add(claiming);
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var results =
          executor.invokeAll(Collections.nCopies(4, claim)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(results).hasSize(4).containsOnlyOnce(Storing.STORED);
    }
  }

  @CanIgnoreReturnValue
  private Tenant added(Tenant tenant) {
    assertThat(add(tenant)).isEqualTo(Storing.STORED);
    return tenant;
  }

  private Storing add(Tenant tenant) {
    return unitOfWork().run(() -> tenants().add(tenant));
  }

  private Storing update(Tenant tenant) {
    return unitOfWork().run(() -> tenants().update(tenant));
  }

  private Optional<Tenant> find(TenantId id) {
    return unitOfWork().run(() -> tenants().find(id));
  }

  private List<Tenant> page(PageRequest request) {
    return unitOfWork().run(() -> tenants().page(request)).items();
  }
}
