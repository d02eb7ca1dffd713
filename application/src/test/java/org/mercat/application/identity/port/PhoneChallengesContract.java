package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleUsers.REGISTERED_AT;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.PhoneChallenges.Kept;
import org.mercat.application.identity.port.PhoneChallenges.Taken;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.PhoneNumber;
import org.mercat.domain.identity.UserId;

/** What every adapter of {@link PhoneChallenges} promises. */
public interface PhoneChallengesContract {

  PhoneChallenges challenges();

  UnitOfWork unitOfWork();

  /** Somebody who has an account. */
  UserId anyUser();

  @Test
  default void every_try_is_counted() {
    var sent = sent(anyUser(), REGISTERED_AT);
    assertThat(put(sent)).isEqualTo(Kept.KEPT);

    assertThat(tryOnce(sent.user())).contains(tried(sent, 1));
    assertThat(tryOnce(sent.user())).contains(tried(sent, 2));
  }

  @Test
  default void there_is_nothing_to_try_where_nothing_was_sent() {
    assertThat(tryOnce(anyUser())).isEmpty();
  }

  @Test
  default void the_next_one_takes_the_place_of_the_one_before_after_a_pause() {
    var user = anyUser();
    var later = REGISTERED_AT.plus(PhoneChallenge.PAUSE);
    assertThat(put(sent(user, REGISTERED_AT))).isEqualTo(Kept.KEPT);

    assertThat(put(sent(user, later.minusMillis(1)))).isEqualTo(Kept.TOO_SOON);
    assertThat(tryOnce(user).orElseThrow().sentAt()).isEqualTo(REGISTERED_AT);
    assertThat(put(sent(user, later))).isEqualTo(Kept.KEPT);

    assertThat(tryOnce(user)).contains(tried(sent(user, later), 1));
  }

  @Test
  default void it_is_taken_once_and_only_the_one_that_was_meant() {
    var sent = sent(anyUser(), REGISTERED_AT);
    assertThat(put(sent)).isEqualTo(Kept.KEPT);

    assertThat(take(sent.user(), REGISTERED_AT.minusSeconds(1))).isEqualTo(Taken.GONE);
    assertThat(take(sent.user(), REGISTERED_AT)).isEqualTo(Taken.TAKEN);
    assertThat(take(sent.user(), REGISTERED_AT)).isEqualTo(Taken.GONE);
  }

  @Test
  default void forgets_what_was_sent_long_ago() {
    var old = sent(anyUser(), REGISTERED_AT);
    var young = sent(anyUser(), REGISTERED_AT.plusSeconds(60));
    assertThat(put(old)).isEqualTo(Kept.KEPT);
    assertThat(put(young)).isEqualTo(Kept.KEPT);

    assertThat(unitOfWork().run(() -> challenges().prune(young.sentAt()))).isEqualTo(1);

    assertThat(tryOnce(old.user())).isEmpty();
    assertThat(tryOnce(young.user())).isPresent();
  }

  @Test
  default void tries_at_once_are_counted_one_by_one() throws Exception {
    var sent = sent(anyUser(), REGISTERED_AT);
    assertThat(put(sent)).isEqualTo(Kept.KEPT);
    var start = new CyclicBarrier(4);
    Callable<Integer> trying =
        () -> {
          start.await();
          return tryOnce(sent.user()).orElseThrow().tries();
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var tries =
          executor.invokeAll(Collections.nCopies(4, trying)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(tries).containsExactlyInAnyOrder(1, 2, 3, 4);
    }
  }

  private static PhoneChallenge sent(UserId user, Instant at) {
    var number = new PhoneNumber("+14165550100");
    return PhoneChallenge.send(user, number, new PasswordHash("$memory$of a code"), at);
  }

  private static PhoneChallenge tried(PhoneChallenge it, int tries) {
    return new PhoneChallenge(it.user(), it.number(), it.code(), tries, it.sentAt());
  }

  private Kept put(PhoneChallenge challenge) {
    return unitOfWork().run(() -> challenges().put(challenge));
  }

  private Optional<PhoneChallenge> tryOnce(UserId user) {
    return unitOfWork().run(() -> challenges().tryOnce(user));
  }

  private Taken take(UserId user, Instant sentAt) {
    return unitOfWork().run(() -> challenges().take(user, sentAt));
  }
}
