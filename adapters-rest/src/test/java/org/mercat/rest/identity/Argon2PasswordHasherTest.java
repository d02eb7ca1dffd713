package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.PasswordHasherContract;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;

class Argon2PasswordHasherTest implements PasswordHasherContract {

  private static final Argon2PasswordHasher HASHER = Argon2PasswordHasher.forThisMachine();

  @Override
  public PasswordHasher hasher() {
    return HASHER;
  }

  @AfterAll
  static void close() {
    HASHER.close();
  }

  @Test
  void a_hash_is_a_phc_string_with_its_parameters() {
    assertThat(HASHER.hash(PASSWORD).phc())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void reads_a_hash_that_another_program_made_with_other_parameters() {
    var reference =
        new PasswordHash(
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");

    assertThat(HASHER.matches(new Password("password"), Optional.of(reference))).isTrue();
    assertThat(HASHER.matches(new Password("passwort"), Optional.of(reference))).isFalse();
    assertThat(HASHER.isOutdated(reference)).isTrue();
  }

  @Test
  void letters_are_the_same_however_they_are_composed() {
    var composed = Optional.of(HASHER.hash(new Password("caf\u00e9 noir")));

    assertThat(HASHER.matches(new Password("cafe\u0301 noir"), composed)).isTrue();
  }

  @Test
  void a_hash_that_nobody_can_read_is_a_bug() {
    var bcrypt = Optional.of(new PasswordHash("$2b$12$something"));

    assertThatThrownBy(() -> HASHER.matches(PASSWORD, bcrypt))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void who_finds_no_place_to_wait_is_turned_away() {
    var go = new CountDownLatch(1);
    var pool = Argon2PasswordHasher.pool(1, 1);
    try (var hasher = new Argon2PasswordHasher(pool)) {
      var working = pool.submit(() -> passed(go));
      var waiting = pool.submit(() -> passed(go));

      assertThatThrownBy(() -> hasher.hash(PASSWORD))
          .isInstanceOf(PortUnavailable.class)
          .hasCauseInstanceOf(RejectedExecutionException.class);

      go.countDown();
      assertThat(working).succeedsWithin(Duration.ofMinutes(1));
      assertThat(waiting).succeedsWithin(Duration.ofMinutes(1));
    }
  }

  private static boolean passed(CountDownLatch latch) throws InterruptedException {
    return latch.await(1, TimeUnit.MINUTES);
  }
}
