package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.Newcomers.ADA;
import static org.mercat.application.identity.Newcomers.PASSWORD;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserEvent.SignInLocked;
import org.mercat.domain.identity.UserEvent.SignedInAfterFailures;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Message;

/** How wrong passwords keep out whoever tries the next one. */
class SignInGuardTest {

  private static final Password WRONG = new Password("guess");
  private static final String NOBODY = "nobody@example.org";

  private final Newcomers newcomers = new Newcomers();
  private final UserId ada = newcomers.ada();

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.org", NOBODY})
  void the_fifth_wrong_password_locks_a_place_for_known_and_unknown_alike(String email) {
    for (var tries = 0; tries < 5; tries++) {
      assertThat(signIn(email, WRONG, "192.0.2.1")).isEqualTo(new LogIn.Outcome.Refused());
    }

    assertThat(signIn(email, PASSWORD, "192.0.2.1"))
        .isEqualTo(new LogIn.Outcome.Locked(Duration.ofMinutes(1)));
  }

  @Test
  void another_place_goes_on_and_the_place_goes_on_when_the_lock_is_over() {
    fail(5, "192.0.2.1");

    assertThat(signIn(ADA.value(), PASSWORD, "192.0.2.2")).isInstanceOf(loggedIn());
    assertThat(signIn(ADA.value(), PASSWORD, "192.0.2.1")).isInstanceOf(locked());
    newcomers.clock.set(newcomers.clock.instant().plusSeconds(60));
    assertThat(signIn(ADA.value(), PASSWORD, "192.0.2.1")).isInstanceOf(loggedIn());
  }

  @Test
  void every_wrong_one_after_a_lock_locks_for_twice_as_long() {
    fail(5, "192.0.2.1");
    newcomers.clock.set(newcomers.clock.instant().plusSeconds(60));
    fail(1, "192.0.2.1");

    assertThat(signIn(ADA.value(), PASSWORD, "192.0.2.1"))
        .isEqualTo(new LogIn.Outcome.Locked(Duration.ofMinutes(2)));
  }

  @Test
  void many_places_together_lock_the_account() {
    for (var place = 0; place < 20; place++) {
      fail(1, "192.0.2." + place);
    }

    assertThat(signIn(ADA.value(), PASSWORD, "198.51.100.1")).isInstanceOf(locked());
    assertThat(newcomers.told(Message.AccountLocked.class).until())
        .isEqualTo(newcomers.clock.instant().plusSeconds(60));
  }

  @Test
  void the_owner_is_told_of_a_lock_once_and_nobody_else_is() {
    fail(5, "192.0.2.1");
    for (var tries = 0; tries < 5; tries++) {
      assertThat(signIn(NOBODY, WRONG, "192.0.2.1")).isEqualTo(new LogIn.Outcome.Refused());
    }

    var now = newcomers.clock.instant();
    assertThat(newcomers.told()).filteredOn(Message.AccountLocked.class::isInstance).hasSize(1);
    assertThat(newcomers.outbox.events())
        .filteredOn(SignInLocked.class::isInstance)
        .containsExactly(new SignInLocked(ada, now.plusSeconds(60), now));
  }

  @Test
  void the_right_password_forgives_what_was_wrong_and_says_so() {
    fail(4, "192.0.2.1");

    assertThat(signIn(ADA.value(), PASSWORD, "192.0.2.1")).isInstanceOf(loggedIn());

    assertThat(newcomers.outbox.events())
        .contains(new SignedInAfterFailures(ada, 4, newcomers.clock.instant()));
    fail(4, "192.0.2.1");
    assertThat(signIn(ADA.value(), PASSWORD, "192.0.2.1")).isInstanceOf(loggedIn());
  }

  @Test
  void a_place_and_an_account_that_did_not_fail_leave_nothing_behind() {
    assertThat(signIn(ADA.value(), PASSWORD, "192.0.2.1")).isInstanceOf(loggedIn());

    assertThat(newcomers.outbox.events()).noneMatch(SignedInAfterFailures.class::isInstance);
  }

  @Test
  void failures_are_forgotten_after_a_day() {
    fail(4, "192.0.2.1");
    newcomers.clock.set(newcomers.clock.instant().plus(Duration.ofDays(1)).plusMillis(1));

    assertThat(newcomers.pruneSecrets.handle()).isPositive();

    fail(4, "192.0.2.1");
    assertThat(signIn(ADA.value(), PASSWORD, "192.0.2.1")).isInstanceOf(loggedIn());
  }

  private void fail(int times, String place) {
    for (var tries = 0; tries < times; tries++) {
      assertThat(signIn(ADA.value(), WRONG, place)).isEqualTo(new LogIn.Outcome.Refused());
    }
  }

  private LogIn.Outcome signIn(String email, Password password, String place) {
    var origin = new SessionOrigin(Optional.of("Laptop/1.0"), Optional.of(place));
    return newcomers.logIn.handle(new LogIn.Command(EmailAddress.of(email), password, origin));
  }

  private static Class<LogIn.Outcome.LoggedIn> loggedIn() {
    return LogIn.Outcome.LoggedIn.class;
  }

  private static Class<LogIn.Outcome.Locked> locked() {
    return LogIn.Outcome.Locked.class;
  }
}
