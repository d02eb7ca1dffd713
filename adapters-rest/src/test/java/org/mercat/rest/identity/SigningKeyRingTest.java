package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.InMemorySigningKeys;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.SigningKeys;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.SettableClock;

class SigningKeyRingTest {

  private final InMemorySigningKeys stored = new InMemorySigningKeys();
  private final List<String> asked = new ArrayList<>();
  private final SettableClock clock = new SettableClock(SampleGrants.FROM);

  @Test
  void a_token_of_before_the_restart_is_still_read() {
    var grant = SampleGrants.grant();
    var token = new NimbusTokenIssuer(ring(stored)).accessToken(grant).text();

    var afterRestart = new NimbusTokenVerifier(ring(stored));

    assertThat(afterRestart.verify(token, SampleGrants.FROM)).contains(grant);
  }

  @Test
  void a_key_is_read_once() {
    var ring = ring(listening());

    assertThat(ring.find(ring.current().id())).contains(ring.current());

    assertThat(asked).containsExactly("current");
  }

  @Test
  void invented_ids_reach_the_store_once_a_second() {
    var ring = ring(listening());

    assertThat(ring.find("one")).isEmpty();
    assertThat(ring.find("two")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(ring.find("three")).isEmpty();

    assertThat(asked).containsExactly("current", "one", "three");
  }

  private SigningKeyRing ring(SigningKeys keys) {
    return new SigningKeyRing(keys, new InMemoryUnitOfWork(stored), clock);
  }

  /** The stored keys, listening to what they are asked. */
  private SigningKeys listening() {
    return new SigningKeys() {
      @Override
      public SigningKey current() {
        asked.add("current");
        return stored.current();
      }

      @Override
      public Optional<SigningKey> find(String id) {
        asked.add(id);
        return stored.find(id);
      }
    };
  }
}
