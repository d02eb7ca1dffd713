package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.identity.LogOut.Command;
import org.mercat.application.identity.LogOut.Outcome;
import org.mercat.domain.identity.SessionEvent.SessionEnded;
import org.mercat.domain.identity.SessionEvent.SessionOpened;

class LogOutTest {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void a_session_ends_once_and_it_is_announced() {
    var user = newcomers.ada();
    var _ = newcomers.adaSignedIn();
    var session = ((SessionOpened) newcomers.outbox.events().getLast()).session();

    assertThat(newcomers.logOut.handle(new Command(session))).isEqualTo(Outcome.LOGGED_OUT);
    assertThat(newcomers.logOut.handle(new Command(session))).isEqualTo(Outcome.NOTHING_TO_END);

    assertThat(newcomers.outbox.events())
        .endsWith(new SessionEnded(session, user, newcomers.clock.instant()))
        .hasSize(3);
  }

  @Test
  void the_other_sessions_of_the_same_person_go_on() {
    var _ = newcomers.ada();
    var phone = newcomers.adaSignedIn();
    var ended = ((SessionOpened) newcomers.outbox.events().getLast()).session();
    var laptop = newcomers.adaSignedIn();

    assertThat(newcomers.logOut.handle(new Command(ended))).isEqualTo(Outcome.LOGGED_OUT);

    assertThat(newcomers.authenticate(phone))
        .isInstanceOf(AuthenticateCaller.Outcome.Refused.class);
    assertThat(newcomers.authenticate(laptop))
        .isInstanceOf(AuthenticateCaller.Outcome.Authenticated.class);
  }

  @Test
  void an_unknown_session_is_nothing_to_end() {
    assertThat(newcomers.logOut.handle(new Command(newcomers.sessions.nextId())))
        .isEqualTo(Outcome.NOTHING_TO_END);
  }
}
