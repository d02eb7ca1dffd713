package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.identity.SignInFailures.Scope;

class SignInFailuresTest {

  private static final Instant LAST = Instant.parse("2026-11-15T14:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PLACE, 4, 0",
    "PLACE, 5, 1",
    "PLACE, 6, 2",
    "PLACE, 7, 4",
    "PLACE, 8, 8",
    "PLACE, 9, 15",
    "PLACE, 1000000, 15",
    "ACCOUNT, 19, 0",
    "ACCOUNT, 20, 1",
    "ACCOUNT, 25, 15"
  })
  void every_one_beyond_the_limit_locks_for_longer(Scope scope, int count, int minutes) {
    var failures = new SignInFailures(count, LAST);
    var end = LAST.plusSeconds(60L * minutes);

    if (minutes > 0) {
      assertThat(failures.lockedUntil(scope, LAST)).contains(end);
      assertThat(failures.lockedUntil(scope, end.minusMillis(1))).contains(end);
    }
    assertThat(failures.lockedUntil(scope, end)).isEmpty();
  }

  @Test
  void nobody_is_locked_who_has_not_failed() {
    assertThat(SignInFailures.NONE.lockedUntil(Scope.PLACE, LAST)).isEmpty();
  }

  @Test
  void a_lock_begins_once() {
    assertThat(new SignInFailures(4, LAST).beginsLock(Scope.PLACE)).isFalse();
    assertThat(new SignInFailures(5, LAST).beginsLock(Scope.PLACE)).isTrue();
    assertThat(new SignInFailures(6, LAST).beginsLock(Scope.PLACE)).isFalse();
  }
}
