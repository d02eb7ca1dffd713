package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.identity.port.SampleUsers.REGISTERED_AT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
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

  @Test
  default void a_session_that_was_continued_remembers_what_it_was_continued_with() {
    var opened = SampleSessions.opened(sessions().nextId(), anyUser(), REGISTERED_AT);
    add(opened.session());
    var continued =
        SampleSessions.continued(opened.session(), opened.token(), REGISTERED_AT.plusSeconds(600));

    update(continued.session());

    assertThat(find(opened.session().id()))
        .hasValueSatisfying(
            stored -> {
              assertThat(stored.family()).isEqualTo(continued.session().family());
              assertThat(stored.origin()).isEqualTo(SampleSessions.PHONE);
              assertThat(stored.lastSeenAt()).isEqualTo(REGISTERED_AT.plusSeconds(600));
              assertThat(stored.expiresAt()).isEqualTo(continued.session().expiresAt());
            });
  }

  @Test
  default void the_live_sessions_of_somebody_come_newest_first_in_pages() {
    var user = anyUser();
    var first = added(user);
    var second = added(user);
    var third = added(user);
    var over = added(user);
    endAt(over, REGISTERED_AT.plusSeconds(60));
    var _ = added(anyUser());
    var now = REGISTERED_AT.plusSeconds(60);

    var page = live(user, now, new PageRequest(2, Optional.empty()));
    assertThat(page.items()).containsExactly(third, second);
    assertThat(page.next()).contains(second.id().value());
    var rest = live(user, now, new PageRequest(2, page.next()));
    assertThat(rest).isEqualTo(new Page<>(List.of(first), Optional.empty()));
    assertThat(live(user, first.expiresAt(), new PageRequest(2, Optional.empty())).items())
        .isEmpty();
  }

  @Test
  default void all_sessions_of_somebody_end_but_for_the_one_that_goes_on() {
    var user = anyUser();
    var kept = added(user);
    var left = added(user);
    var ended = added(user);
    endAt(ended, REGISTERED_AT.plusSeconds(10));
    var foreign = added(anyUser());
    var now = REGISTERED_AT.plusSeconds(60);

    var over = endAll(user, Optional.of(kept.id()), now);

    assertThat(over).extracting(Session::id).containsExactly(left.id());
    assertThat(over).containsExactly(find(left.id()).orElseThrow());
    assertThat(over.getFirst().endedAt()).contains(now);
    assertThat(find(ended.id()).flatMap(Session::endedAt)).contains(REGISTERED_AT.plusSeconds(10));
    assertThat(find(kept.id())).contains(kept);
    assertThat(find(foreign.id())).contains(foreign);
    assertThat(endAll(user, Optional.empty(), now))
        .extracting(Session::id)
        .containsExactly(kept.id());
    assertThatThrownBy(() -> update(left)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void what_ended_or_expired_before_is_forgotten_a_part_at_a_time() {
    var user = anyUser();
    var ended = added(user);
    endAt(ended, REGISTERED_AT.plusSeconds(60));
    var expired = added(user);
    var live =
        SampleSessions.opened(sessions().nextId(), user, REGISTERED_AT.plus(Session.REST))
            .session();
    add(live);
    var endOfExpired = expired.expiresAt();

    assertThat(forget(REGISTERED_AT.plusSeconds(60), 10)).isZero();
    assertThat(forget(endOfExpired.plusSeconds(1), 1)).isEqualTo(1);
    assertThat(forget(endOfExpired.plusSeconds(1), 10)).isEqualTo(1);
    assertThat(forget(endOfExpired.plusSeconds(1), 10)).isZero();

    assertThat(find(ended.id())).isEmpty();
    assertThat(find(expired.id())).isEmpty();
    assertThat(find(live.id())).contains(live);
  }

  private int forget(Instant before, int most) {
    return unitOfWork().run(() -> sessions().forget(before, most));
  }

  private List<Session> endAll(UserId user, Optional<SessionId> butFor, Instant now) {
    return unitOfWork().run(() -> sessions().endAll(user, butFor, now));
  }

  private Page<Session> live(UserId user, Instant now, PageRequest page) {
    return unitOfWork().run(() -> sessions().live(user, now, page));
  }

  private Session added(UserId user) {
    var session = SampleSessions.opened(sessions().nextId(), user, REGISTERED_AT).session();
    add(session);
    return session;
  }

  private void endAt(Session session, Instant now) {
    update(((Done) session.end(now)).session());
  }

  private Session opened() {
    return SampleSessions.opened(sessions().nextId(), anyUser(), REGISTERED_AT).session();
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
