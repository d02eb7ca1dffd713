package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.Newcomers.ADA;
import static org.mercat.application.identity.Newcomers.PASSWORD;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.identity.LogIn.Command;
import org.mercat.application.identity.LogIn.Outcome;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.SessionEvent.SessionOpened;
import org.mercat.domain.identity.UserAccount.Status;

class LogInTest {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void the_right_password_opens_a_session() {
    var user = newcomers.ada();

    var signedIn = newcomers.adaSignedIn();

    assertThat(signedIn.life()).isEqualTo(Duration.ofMinutes(10));
    assertThat(newcomers.outbox.events().getLast()).isInstanceOf(SessionOpened.class);
    var session = ((SessionOpened) newcomers.outbox.events().getLast()).session();
    assertThat(newcomers.unitOfWork.run(() -> newcomers.sessions.find(session)))
        .hasValueSatisfying(
            opened -> {
              assertThat(opened.user()).isEqualTo(user);
              assertThat(opened.family().current()).isEqualTo(signedIn.refreshToken().digest());
              assertThat(opened.origin()).isEqualTo(Newcomers.LAPTOP);
            });
  }

  @Test
  void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    var _ = newcomers.ada();
    var wrong = new Command(ADA, new Password("guess"), Newcomers.LAPTOP);
    var unknown = new Command(EmailAddress.of("nobody@example.org"), PASSWORD, Newcomers.LAPTOP);

    assertThat(newcomers.logIn.handle(wrong)).isEqualTo(new Outcome.Refused());
    assertThat(newcomers.logIn.handle(unknown)).isEqualTo(new Outcome.Refused());
    assertThat(newcomers.outbox.events()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"INACTIVE", "SUSPENDED", "BANNED"})
  void a_closed_account_opens_no_session(Status status) {
    var user = newcomers.ada();
    newcomers.put(user, status);

    assertThat(newcomers.logIn.handle(new Command(ADA, PASSWORD, Newcomers.LAPTOP)))
        .isEqualTo(new Outcome.Refused());
  }

  @Test
  void an_active_account_opens_a_session() {
    var user = newcomers.ada();
    newcomers.put(user, Status.ACTIVE);

    assertThat(newcomers.adaSignedIn().accessToken().text()).isNotBlank();
  }

  @Test
  void a_password_that_was_hashed_in_a_weaker_way_is_hashed_again() {
    var user = newcomers.ada();
    newcomers.hasher.strengthen();

    var _ = newcomers.adaSignedIn();

    var kept = newcomers.unitOfWork.run(() -> newcomers.users.find(user)).orElseThrow().password();
    assertThat(newcomers.hasher.isOutdated(kept)).isFalse();
    assertThat(newcomers.adaSignedIn().accessToken().text()).isNotBlank();
  }

  /** A password that is good stays good: having to change it makes people choose worse ones. */
  @Test
  void a_password_is_not_worn_out_by_time() {
    var _ = newcomers.ada();

    newcomers.clock.advance(Duration.ofDays(3_650));

    assertThat(newcomers.adaSignedIn().accessToken().text()).isNotBlank();
  }

  @Test
  void who_signs_in_again_ends_no_session_however_many_there_are() {
    var user = newcomers.ada();

    for (var session = 0; session < 50; session++) {
      var _ = newcomers.adaSignedIn();
    }

    var all = new PageRequest(PageRequest.MOST, Optional.empty());
    assertThat(
            newcomers
                .unitOfWork
                .run(() -> newcomers.sessions.live(user, newcomers.clock.instant(), all))
                .items())
        .hasSize(50);
  }
}
