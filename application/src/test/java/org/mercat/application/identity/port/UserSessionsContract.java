package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.identity.port.SampleUsers.REGISTERED_AT;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.Session.Transition.Done;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;

/** What every adapter of {@link UserSessions} promises. */
public interface UserSessionsContract {

  UserSessions sessions();

  UnitOfWork unitOfWork();

  /** Somebody who has an account. */
  UserId anyUser();

  @Test
  default void finds_what_was_added() {
    var session = opened();

    add(session);

    assertThat(find(session.id())).contains(session);
  }

  @Test
  default void finds_nothing_under_an_unknown_id() {
    assertThat(find(sessions().nextId())).isEmpty();
  }

  @Test
  default void update_moves_the_version_on_and_refuses_a_stale_one() {
    var session = opened();
    add(session);
    var endedAt = REGISTERED_AT.plusSeconds(60);
    assertThat(session.end(endedAt)).isInstanceOf(Done.class);
    var ended = ((Done) session.end(endedAt)).session();

    update(ended);

    assertThat(find(session.id()))
        .hasValueSatisfying(
            stored -> {
              assertThat(stored.version()).isEqualTo(1);
              assertThat(stored.endedAt()).contains(endedAt);
              assertThat(stored.expiresAt()).isEqualTo(session.expiresAt());
            });
    assertThatThrownBy(() -> update(ended)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void update_refuses_a_session_that_was_never_added() {
    var session = opened();

    assertThatThrownBy(() -> update(session)).isInstanceOf(ConcurrencyConflict.class);
  }

  private Session opened() {
    var token = new RefreshToken(UUID.randomUUID().toString());
    return Session.open(sessions().nextId(), anyUser(), token.digest(), REGISTERED_AT).session();
  }

  private void add(Session session) {
    var added =
        unitOfWork()
            .run(
                () -> {
                  sessions().add(session);
                  return session;
                });
    assertThat(added).isEqualTo(session);
  }

  private Optional<Session> find(SessionId id) {
    return unitOfWork().run(() -> sessions().find(id));
  }

  private void update(Session session) {
    var updated =
        unitOfWork()
            .run(
                () -> {
                  sessions().update(session);
                  return session;
                });
    assertThat(updated).isEqualTo(session);
  }
}
