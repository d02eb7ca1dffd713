package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleUsers.REGISTERED_AT;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.SignInFailures;

/** What every adapter of {@link FailureCounts} promises. */
public interface FailureCountsContract {

  FailureCounts failures();

  UnitOfWork unitOfWork();

  @Test
  default void counts_one_after_the_other_for_each_key() {
    var key = anyKey();
    var later = REGISTERED_AT.plusSeconds(1);

    assertThat(find(key)).isEqualTo(SignInFailures.NONE);
    assertThat(count(key, REGISTERED_AT)).isEqualTo(new SignInFailures(1, REGISTERED_AT));
    assertThat(count(key, later)).isEqualTo(new SignInFailures(2, later));

    assertThat(find(key)).isEqualTo(new SignInFailures(2, later));
    assertThat(find(anyKey())).isEqualTo(SignInFailures.NONE);
  }

  @Test
  default void begins_again_when_the_last_one_is_long_ago() {
    var key = anyKey();
    var next = REGISTERED_AT.plus(SignInFailures.MEMORY).plusMillis(1);
    assertThat(count(key, REGISTERED_AT).count()).isEqualTo(1);

    assertThat(count(key, next)).isEqualTo(new SignInFailures(1, next));
  }

  @Test
  default void forgets_the_keys_that_it_is_told_to() {
    var cleared = anyKey();
    var other = anyKey();
    assertThat(count(cleared, REGISTERED_AT).count()).isEqualTo(1);
    assertThat(count(other, REGISTERED_AT).count()).isEqualTo(1);

    var left =
        unitOfWork()
            .run(
                () -> {
                  failures().clear(Set.of(cleared, anyKey()));
                  return failures().find(cleared);
                });

    assertThat(left).isEqualTo(SignInFailures.NONE);
    assertThat(find(other).count()).isEqualTo(1);
  }

  @Test
  default void forgets_what_is_long_ago() {
    var old = anyKey();
    var young = anyKey();
    var later = REGISTERED_AT.plusSeconds(60);
    assertThat(count(old, REGISTERED_AT).count()).isEqualTo(1);
    assertThat(count(young, later).count()).isEqualTo(1);

    assertThat(unitOfWork().run(() -> failures().prune(later))).isEqualTo(1);

    assertThat(find(old)).isEqualTo(SignInFailures.NONE);
    assertThat(find(young).count()).isEqualTo(1);
  }

  @Test
  default void those_who_fail_at_once_are_counted_one_by_one() throws Exception {
    var key = anyKey();
    var start = new CyclicBarrier(4);
    Callable<Integer> failing =
        () -> {
          start.await();
          return count(key, REGISTERED_AT).count();
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var counts =
          executor.invokeAll(Collections.nCopies(4, failing)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(counts).containsExactlyInAnyOrder(1, 2, 3, 4);
    }
  }

  private static String anyKey() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private SignInFailures find(String key) {
    return unitOfWork().run(() -> failures().find(key));
  }

  private SignInFailures count(String key, Instant now) {
    return unitOfWork().run(() -> failures().count(key, now));
  }
}
