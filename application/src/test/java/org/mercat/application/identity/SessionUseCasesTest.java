package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.OwnSessions.OwnSession;
import org.mercat.application.identity.port.SampleSessions;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionEvent.SessionEnded;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/** What somebody sees of the own sessions and does with them, and when they are forgotten. */
class SessionUseCasesTest {

  private static final Duration RETENTION = Duration.ofDays(30);
  private static final PageRequest FIRST_PAGE = new PageRequest(20, Optional.empty());

  private final Newcomers newcomers = new Newcomers();
  private final AccessRules access = new AccessRules();
  private final OwnSessions ownSessions =
      new OwnSessions(access, newcomers.sessions, newcomers.unitOfWork, newcomers.clock);
  private final EndOwnSession endOwnSession =
      new EndOwnSession(
          access, newcomers.sessions, newcomers.logOut, newcomers.unitOfWork, newcomers.clock);
  private final LogOutEverywhere logOutEverywhere =
      new LogOutEverywhere(
          access,
          newcomers.endSessions,
          newcomers.authenticateCaller,
          newcomers.unitOfWork,
          newcomers.clock);
  private final PruneSessions pruneSessions =
      new PruneSessions(newcomers.sessions, newcomers.unitOfWork, newcomers.clock, RETENTION);
  private Caller ada = caller(newcomers.users.nextId());

  @BeforeEach
  void somebody_is_there() {
    ada = caller(newcomers.ada());
  }

  @Test
  void a_person_sees_the_own_live_sessions_and_which_one_this_is() {
    var laptop = newcomers.adaSignedIn().refreshToken();
    newcomers.clock.advance(Duration.ofMinutes(1));
    var phone = newcomers.adaSignedIn().refreshToken();
    newcomers.clock.advance(Duration.ofMinutes(1));
    refreshOnThePhone(phone);

    var listed = listed(laptop.session());

    assertThat(listed)
        .extracting(OwnSession::id)
        .containsExactly(phone.session(), laptop.session());
    assertThat(listed).extracting(OwnSession::current).containsExactly(false, true);
    assertThat(listed)
        .extracting(OwnSession::origin)
        .containsExactly(SampleSessions.PHONE, Newcomers.LAPTOP);
    assertThat(listed.getFirst().lastSeenAt())
        .isEqualTo(listed.getFirst().openedAt().plus(Duration.ofMinutes(1)));
    assertThat(listed.getFirst().expiresAt())
        .isEqualTo(newcomers.clock.instant().plus(Session.REST));
  }

  @Test
  void a_person_ends_another_session_of_the_own() {
    var laptop = newcomers.adaSignedIn();
    var phone = newcomers.adaSignedIn();

    assertThat(end(ada, phone.refreshToken().session())).isEqualTo(EndOwnSession.Outcome.ENDED);

    assertThat(newcomers.authenticate(phone)).isEqualTo(new AuthenticateCaller.Outcome.Refused());
    assertThat(listed(laptop.refreshToken().session())).hasSize(1);
    assertThat(end(ada, phone.refreshToken().session())).isEqualTo(EndOwnSession.Outcome.NOT_FOUND);
  }

  @Test
  void the_session_of_somebody_else_is_not_found_and_goes_on() {
    var signedIn = newcomers.adaSignedIn();
    var stranger = caller(newcomers.users.nextId());

    assertThat(end(stranger, signedIn.refreshToken().session()))
        .isEqualTo(EndOwnSession.Outcome.NOT_FOUND);
    assertThat(end(ada, newcomers.sessions.nextId())).isEqualTo(EndOwnSession.Outcome.NOT_FOUND);

    assertThat(listed(signedIn.refreshToken().session())).hasSize(1);
  }

  @Test
  void a_session_that_has_expired_is_not_found() {
    var session = newcomers.adaSignedIn().refreshToken().session();
    newcomers.clock.advance(Session.REST);

    assertThat(end(ada, session)).isEqualTo(EndOwnSession.Outcome.NOT_FOUND);
  }

  @Test
  void signing_out_everywhere_ends_all_sessions_at_once_and_tells_of_each() {
    var laptop = newcomers.adaSignedIn();
    var phone = newcomers.adaSignedIn();
    assertThat(newcomers.authenticate(laptop))
        .isInstanceOf(AuthenticateCaller.Outcome.Authenticated.class);

    assertThat(logOutEverywhere.handle(new LogOutEverywhere.Command(ada)))
        .isEqualTo(LogOutEverywhere.Outcome.LOGGED_OUT);

    assertThat(newcomers.authenticate(laptop)).isEqualTo(new AuthenticateCaller.Outcome.Refused());
    assertThat(newcomers.authenticate(phone)).isEqualTo(new AuthenticateCaller.Outcome.Refused());
    assertThat(newcomers.outbox.events())
        .endsWith(ended(laptop.refreshToken()), ended(phone.refreshToken()));
  }

  @Test
  void whoever_may_do_nothing_with_an_account_is_refused() {
    var session = newcomers.adaSignedIn().refreshToken().session();
    var nobody = new Caller(ada.user(), ada.roles(), Set.of());

    assertThat(ownSessions.handle(new OwnSessions.Query(nobody, session, FIRST_PAGE)))
        .isEqualTo(new OwnSessions.Outcome.Forbidden());
    assertThat(end(nobody, session)).isEqualTo(EndOwnSession.Outcome.FORBIDDEN);
    assertThat(logOutEverywhere.handle(new LogOutEverywhere.Command(nobody)))
        .isEqualTo(LogOutEverywhere.Outcome.FORBIDDEN);
    assertThat(listed(session)).hasSize(1);
  }

  @Test
  void a_session_is_forgotten_some_time_after_it_was_over() {
    var expiring = newcomers.adaSignedIn().refreshToken().session();
    newcomers.clock.advance(Session.REST.plus(RETENTION));
    assertThat(pruneSessions.handle()).isZero();

    newcomers.clock.advance(Duration.ofMillis(1));

    assertThat(pruneSessions.handle()).isEqualTo(1);
    assertThat(pruneSessions.handle()).isZero();
    assertThat(newcomers.unitOfWork.run(() -> newcomers.sessions.find(expiring))).isEmpty();
  }

  private static Caller caller(UserId user) {
    return new Caller(user, Set.of(Role.CLIENT));
  }

  private SessionEnded ended(RefreshToken token) {
    return new SessionEnded(token.session(), ada.user(), newcomers.clock.instant());
  }

  private EndOwnSession.Outcome end(Caller caller, SessionId session) {
    return endOwnSession.handle(new EndOwnSession.Command(caller, session));
  }

  private void refreshOnThePhone(RefreshToken token) {
    assertThat(
            newcomers.refreshSession.handle(
                new RefreshSession.Command(token, SampleSessions.PHONE)))
        .isInstanceOf(RefreshSession.Outcome.Refreshed.class);
  }

  private List<OwnSession> listed(SessionId current) {
    var outcome = ownSessions.handle(new OwnSessions.Query(ada, current, FIRST_PAGE));
    assertThat(outcome).isInstanceOf(OwnSessions.Outcome.Listed.class);
    return ((OwnSessions.Outcome.Listed) outcome).page().items();
  }
}
