package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleUsers.REGISTERED_AT;
import static org.mercat.application.identity.port.SampleUsers.anyEmail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.identity.port.UserTokens.Kept;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.identity.UserToken;
import org.mercat.domain.identity.UserToken.Purpose;

/** What every adapter of {@link UserTokens} promises. */
public interface UserTokensContract {

  UserTokens tokens();

  UnitOfWork unitOfWork();

  /** Somebody who has an account. */
  UserId anyUser();

  @ParameterizedTest
  @EnumSource(Purpose.class)
  default void finds_and_takes_what_was_put(Purpose purpose) {
    var token = token(anyUser(), purpose, REGISTERED_AT);

    assertThat(put(token)).isEqualTo(Kept.KEPT);

    assertThat(find(token)).contains(token);
    assertThat(take(token)).contains(token);
    assertThat(find(token)).isEmpty();
    assertThat(take(token)).isEmpty();
  }

  @Test
  default void the_next_one_takes_the_place_of_the_one_before_after_a_pause() {
    var user = anyUser();
    var first = token(user, Purpose.VERIFY_EMAIL, REGISTERED_AT);
    var other = token(user, Purpose.RESET_PASSWORD, REGISTERED_AT);
    var pause = UserToken.PAUSE;
    var hasty = token(user, Purpose.VERIFY_EMAIL, REGISTERED_AT.plus(pause).minusMillis(1));
    var next = token(user, Purpose.VERIFY_EMAIL, REGISTERED_AT.plus(pause));
    assertThat(put(first)).isEqualTo(Kept.KEPT);
    assertThat(put(other)).isEqualTo(Kept.KEPT);

    assertThat(put(hasty)).isEqualTo(Kept.TOO_SOON);
    assertThat(find(first)).isPresent();
    assertThat(put(next)).isEqualTo(Kept.KEPT);

    assertThat(find(first)).isEmpty();
    assertThat(find(hasty)).isEmpty();
    assertThat(find(next)).isPresent();
    assertThat(find(other)).isPresent();
  }

  @Test
  default void what_is_dropped_is_that_of_one_person_and_purpose() {
    var user = anyUser();
    var dropped = token(user, Purpose.CHANGE_EMAIL, REGISTERED_AT);
    var sameUser = token(user, Purpose.RESET_PASSWORD, REGISTERED_AT);
    var samePurpose = token(anyUser(), Purpose.CHANGE_EMAIL, REGISTERED_AT);
    assertThat(put(dropped)).isEqualTo(Kept.KEPT);
    assertThat(put(sameUser)).isEqualTo(Kept.KEPT);
    assertThat(put(samePurpose)).isEqualTo(Kept.KEPT);

    var none =
        unitOfWork()
            .run(
                () -> {
                  tokens().drop(user, Purpose.CHANGE_EMAIL);
                  return tokens().find(dropped.digest());
                });

    assertThat(none).isEmpty();
    assertThat(find(sameUser)).isPresent();
    assertThat(find(samePurpose)).isPresent();
  }

  @Test
  default void forgets_what_has_expired() {
    var old = token(anyUser(), Purpose.RESET_PASSWORD, REGISTERED_AT);
    var young = token(anyUser(), Purpose.RESET_PASSWORD, REGISTERED_AT.plus(Duration.ofDays(1)));
    assertThat(put(old)).isEqualTo(Kept.KEPT);
    assertThat(put(young)).isEqualTo(Kept.KEPT);

    assertThat(unitOfWork().run(() -> tokens().prune(young.issuedAt()))).isEqualTo(1);

    assertThat(find(old)).isEmpty();
    assertThat(find(young)).isPresent();
  }

  @Test
  default void of_those_who_take_a_token_at_once_one_gets_it() throws Exception {
    var token = token(anyUser(), Purpose.RESET_PASSWORD, REGISTERED_AT);
    assertThat(put(token)).isEqualTo(Kept.KEPT);
    var start = new CyclicBarrier(4);
    Callable<Boolean> taking =
        () -> {
          start.await();
          return take(token).isPresent();
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var taken =
          executor.invokeAll(Collections.nCopies(4, taking)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(taken).containsOnlyOnce(true);
    }
  }

  private static UserToken token(UserId user, Purpose purpose, Instant at) {
    var secret = new OneTimeToken(UUID.randomUUID().toString());
    return UserToken.issue(user, purpose, secret, anyEmail(), at);
  }

  private Kept put(UserToken token) {
    return unitOfWork().run(() -> tokens().put(token));
  }

  private Optional<UserToken> find(UserToken token) {
    return unitOfWork().run(() -> tokens().find(token.digest()));
  }

  private Optional<UserToken> take(UserToken token) {
    return unitOfWork().run(() -> tokens().take(token.digest()));
  }
}
