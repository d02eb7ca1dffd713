package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.Session.Refusal;
import org.mercat.domain.identity.Session.Transition.Done;
import org.mercat.domain.identity.Session.Transition.Refused;
import org.mercat.domain.identity.SessionEvent.SessionEnded;
import org.mercat.domain.identity.SessionEvent.SessionOpened;
import org.mercat.domain.shared.Role;

class SessionTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final SessionId ID = new SessionId(UUID.randomUUID());
  private static final UserId USER = new UserId(UUID.randomUUID());

  private final Session.Opened opened =
      Session.open(ID, USER, new RefreshToken("secret").digest(), NOW);
  private final Session session = opened.session();

  @Test
  void opening_is_announced() {
    assertThat(opened.event()).isEqualTo(new SessionOpened(ID, USER, NOW));
  }

  @Test
  void a_session_lives_for_30_days() {
    assertThat(session.isLive(NOW)).isTrue();
    assertThat(session.isLive(NOW.plus(Duration.ofDays(30)).minusNanos(1))).isTrue();
    assertThat(session.isLive(NOW.plus(Duration.ofDays(30)))).isFalse();
  }

  @Test
  void a_session_ends_once() {
    assertThat(session.end(NOW))
        .isInstanceOfSatisfying(
            Done.class,
            done -> {
              assertThat(done.event()).isEqualTo(new SessionEnded(ID, USER, NOW));
              assertThat(done.session().isLive(NOW)).isFalse();
              assertThat(done.session().end(NOW)).isEqualTo(new Refused(Refusal.ALREADY_ENDED));
            });
  }

  @Test
  void a_grant_holds_for_ten_minutes_from_a_whole_second() {
    var account =
        UserAccount.register(
                USER,
                EmailAddress.of("ada@example.org"),
                new PersonName("Ada", "Lovelace"),
                new PasswordHash("$hash"),
                Role.CLIENT,
                NOW)
            .account();

    var grant = AccessGrant.of(account, ID, NOW.plusMillis(700));

    assertThat(grant.from()).isEqualTo(NOW);
    assertThat(grant.holdsAt(NOW.minusSeconds(5))).isTrue();
    assertThat(grant.holdsAt(NOW.minusSeconds(6))).isFalse();
    assertThat(grant.holdsAt(NOW.plusSeconds(599))).isTrue();
    assertThat(grant.holdsAt(NOW.plusSeconds(600))).isFalse();
  }
}
