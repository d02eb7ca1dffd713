package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.InMemorySigningKeys;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.SigningKeys;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;

class SigningKeyRingTest {

  private static final TenantId TENANT = TenantId.DEFAULT;

  private final InMemorySigningKeys stored = new InMemorySigningKeys();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(stored);
  private final AtomicInteger readings = new AtomicInteger();
  private final SettableClock clock = new SettableClock(SampleGrants.FROM);

  @Test
  void a_token_of_before_the_restart_is_still_read() {
    var grant = SampleGrants.grant();
    var token = new NimbusTokenIssuer(ring(stored)).accessToken(grant).text();

    var afterRestart = new NimbusTokenVerifier(ring(stored));

    assertThat(afterRestart.verify(token, SampleGrants.FROM)).contains(grant);
  }

  @Test
  void keys_are_read_once_a_minute() {
    var ring = ring(listening());
    var made = ring.current(TENANT);
    assertThat(readings).hasValue(2);

    assertThat(ring.find(TENANT, made.id())).contains(made);
    clock.advance(Duration.ofSeconds(59));
    assertThat(ring.current(TENANT)).isEqualTo(made);
    assertThat(readings).hasValue(2);
    clock.advance(Duration.ofSeconds(1));
    assertThat(ring.all(TENANT)).containsExactly(made);

    assertThat(readings).hasValue(3);
  }

  @Test
  void invented_ids_reach_the_store_once_a_second() {
    var ring = ring(listening());
    var _ = ring.current(TENANT);
    clock.advance(Duration.ofSeconds(1));
    var before = readings.get();

    assertThat(ring.find(TENANT, "one")).isEmpty();
    assertThat(ring.find(TENANT, "two")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(ring.find(TENANT, "three")).isEmpty();

    assertThat(readings).hasValue(before + 2);
  }

  @Test
  void a_key_that_another_node_has_just_made_is_found_after_a_second() {
    var ring = ring(stored);
    var first = ring.current(TENANT);
    add(2, clock.instant());
    var second = unitOfWork.run(stored::all).getLast();
    assertThat(ring.find(TENANT, second.id())).isEmpty();

    clock.advance(Duration.ofSeconds(1));

    assertThat(ring.find(TENANT, second.id())).contains(second);
    assertThat(ring.find(TENANT, first.id())).contains(first);
  }

  @Test
  void a_key_signs_from_its_time_on_and_is_shown_before() {
    var begin = SampleGrants.FROM.plusSeconds(30);
    var first = ring(stored).current(TENANT);
    add(2, begin);
    var ring = ring(stored);
    assertThat(ring.current(TENANT)).isEqualTo(first);
    assertThat(ring.all(TENANT)).hasSize(2);

    clock.set(begin);

    assertThat(ring.current(TENANT).number()).isEqualTo(2);
  }

  @Test
  void a_key_of_a_clock_that_is_ahead_signs_when_it_is_the_only_one() {
    add(1, SampleGrants.FROM.plusMillis(50));

    assertThat(ring(stored).current(TENANT).number()).isEqualTo(1);
  }

  @Test
  void keys_are_read_in_the_tenant_they_are_of() {
    var tenant = new TenantId(UUID.randomUUID());
    UnitOfWork ofTenant =
        new UnitOfWork() {
          @Override
          public <T> T run(Supplier<T> work) {
            assertThat(Acting.now().tenant()).isEqualTo(tenant);
            return unitOfWork.run(work);
          }
        };
    var ring = new SigningKeyRing(stored, ofTenant, clock);

    assertThat(ring.find(tenant, "any")).isEmpty();
    assertThat(ring.current(tenant).number()).isEqualTo(1);
  }

  private void add(int number, Instant from) {
    assertThat(
            unitOfWork.run(
                () -> {
                  stored.add(number, from);
                  return stored.all();
                }))
        .hasSize(number);
  }

  private SigningKeyRing ring(SigningKeys keys) {
    return new SigningKeyRing(keys, unitOfWork, clock);
  }

  /** The stored keys, counting how often they are read. */
  private SigningKeys listening() {
    return new SigningKeys() {
      @Override
      public List<SigningKey> all() {
        var _ = readings.incrementAndGet();
        return stored.all();
      }

      @Override
      public void add(int number, Instant from) {
        stored.add(number, from);
      }

      @Override
      public void remove(String id) {
        stored.remove(id);
      }
    };
  }
}
