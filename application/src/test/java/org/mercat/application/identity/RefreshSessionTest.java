package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.identity.RefreshSession.Command;
import org.mercat.application.identity.RefreshSession.Outcome;
import org.mercat.application.identity.RefreshSession.Outcome.Refreshed;
import org.mercat.application.identity.port.SampleSessions;
import org.mercat.domain.identity.RefreshFamily;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionEvent.RefreshTokenReused;
import org.mercat.domain.identity.SessionEvent.SessionEnded;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;

class RefreshSessionTest {

  private static final Duration LATER = RefreshFamily.GRACE.plusMillis(1);

  private final Newcomers newcomers = new Newcomers();
  private UserId user = newcomers.users.nextId();

  @BeforeEach
  void somebody_is_there() {
    user = newcomers.ada();
  }

  @Test
  void a_session_goes_on_with_new_tokens() {
    var signedIn = newcomers.adaSignedIn();
    newcomers.clock.advance(Duration.ofMinutes(10));

    var refreshed = refreshed(signedIn.refreshToken());

    assertThat(refreshed.life()).isEqualTo(Duration.ofMinutes(10));
    assertThat(refreshed.refreshToken()).isNotEqualTo(signedIn.refreshToken());
    assertThat(refreshed.refreshToken().session()).isEqualTo(signedIn.refreshToken().session());
    assertThat(
            newcomers.authenticateCaller.handle(
                new AuthenticateCaller.Command(refreshed.accessToken().text())))
        .isInstanceOf(AuthenticateCaller.Outcome.Authenticated.class);
    var stored = stored(signedIn.refreshToken().session());
    assertThat(stored.origin()).isEqualTo(SampleSessions.PHONE);
    assertThat(stored.lastSeenAt()).isEqualTo(newcomers.clock.instant());
  }

  @Test
  void the_token_before_gives_the_same_one_again_for_ten_seconds() {
    var first = newcomers.adaSignedIn().refreshToken();
    var second = refreshed(first).refreshToken();
    newcomers.clock.advance(RefreshFamily.GRACE);

    assertThat(refreshed(first).refreshToken()).isEqualTo(second);
    assertThat(refreshed(second).refreshToken()).isNotEqualTo(second);
  }

  @Test
  void the_token_before_ends_the_session_when_it_comes_later() {
    var first = newcomers.adaSignedIn().refreshToken();
    var second = refreshed(first);
    newcomers.clock.advance(LATER);

    assertRefused(first);

    assertRefused(second.refreshToken());
    assertThat(
            newcomers.authenticateCaller.handle(
                new AuthenticateCaller.Command(second.accessToken().text())))
        .isEqualTo(new AuthenticateCaller.Outcome.Refused());
    assertThat(newcomers.outbox.events())
        .endsWith(
            new RefreshTokenReused(first.session(), user, newcomers.clock.instant()),
            new SessionEnded(first.session(), user, newcomers.clock.instant()));
  }

  @Test
  void an_older_token_ends_the_session_at_once() {
    var first = newcomers.adaSignedIn().refreshToken();
    var third = refreshed(refreshed(first).refreshToken()).refreshToken();

    assertRefused(first);

    assertRefused(third);
  }

  @Test
  void the_other_sessions_of_the_same_person_go_on() {
    var phone = newcomers.adaSignedIn().refreshToken();
    var laptop = newcomers.adaSignedIn().refreshToken();
    assertThat(refreshed(phone).refreshToken()).isNotEqualTo(phone);
    newcomers.clock.advance(LATER);

    assertRefused(phone);

    assertThat(refreshed(laptop).refreshToken()).isNotEqualTo(laptop);
  }

  @Test
  void an_invented_token_is_refused_and_ends_nothing() {
    var real = newcomers.adaSignedIn().refreshToken();
    var secret = newcomers.tokens.secret();

    assertRefused(new RefreshToken(real.session(), secret, newcomers.tokens.secret()));
    assertRefused(new RefreshToken(real.session(), secret, real.proof()));
    assertRefused(new RefreshToken(new SessionId(UUID.randomUUID()), real.secret(), real.proof()));

    assertThat(refreshed(real).refreshToken()).isNotEqualTo(real);
  }

  @ParameterizedTest
  @EnumSource(names = {"INACTIVE", "SUSPENDED", "BANNED"})
  void a_closed_account_goes_on_nowhere(Status status) {
    var token = newcomers.adaSignedIn().refreshToken();
    newcomers.put(user, status);

    assertRefused(token);
  }

  @Test
  void a_session_that_has_ended_does_not_go_on() {
    var token = newcomers.adaSignedIn().refreshToken();
    assertThat(newcomers.logOut.handle(new LogOut.Command(token.session())))
        .isEqualTo(LogOut.Outcome.LOGGED_OUT);

    assertRefused(token);
    assertThat(newcomers.outbox.events()).hasSize(3);
  }

  @Test
  void a_session_that_rested_too_long_does_not_go_on() {
    var token = newcomers.adaSignedIn().refreshToken();
    newcomers.clock.advance(Session.REST);

    assertRefused(token);
  }

  private Refreshed refreshed(RefreshToken token) {
    return (Refreshed) refresh(token);
  }

  private void assertRefused(RefreshToken token) {
    assertThat(refresh(token)).isEqualTo(new Outcome.Refused());
  }

  private Outcome refresh(RefreshToken token) {
    return newcomers.refreshSession.handle(new Command(token, SampleSessions.PHONE));
  }

  private Session stored(SessionId session) {
    return newcomers.unitOfWork.run(() -> newcomers.sessions.find(session)).orElseThrow();
  }
}
