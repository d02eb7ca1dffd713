package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.Session.Refresh;
import org.mercat.domain.identity.Session.Refusal;
import org.mercat.domain.identity.Session.Transition.Done;
import org.mercat.domain.identity.Session.Transition.Refused;
import org.mercat.domain.identity.SessionEvent.RefreshTokenReused;
import org.mercat.domain.identity.SessionEvent.SessionEnded;
import org.mercat.domain.identity.SessionEvent.SessionOpened;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

class SessionTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final SessionId ID = new SessionId(UUID.randomUUID());
  private static final UserId USER = new UserId(UUID.randomUUID());

  private static final String MARK = "m".repeat(43);
  private static final String SECRET = "s".repeat(43);
  private static final String SALT = "x".repeat(43);
  private static final SessionOrigin PHONE =
      new SessionOrigin(Optional.of("Phone"), Optional.empty());

  private final Session.Opened opened =
      Session.open(ID, USER, MARK, SECRET, SessionOrigin.UNKNOWN, NOW);
  private final Session session = opened.session();

  @Test
  void opening_is_announced() {
    assertThat(opened.event()).isEqualTo(new SessionOpened(ID, USER, NOW));
  }

  @Test
  void a_session_that_rests_lives_for_14_days() {
    assertThat(session.isLive(NOW)).isTrue();
    assertThat(session.isLive(NOW.plus(Duration.ofDays(14)).minusNanos(1))).isTrue();
    assertThat(session.isLive(NOW.plus(Duration.ofDays(14)))).isFalse();
  }

  @Test
  void a_session_that_is_continued_lives_for_30_days() {
    var first = continued(session, opened.token(), NOW.plus(Duration.ofDays(13)));
    var second =
        continued(first.session(), first.successor(), NOW.plus(Duration.ofDays(26))).session();

    assertThat(first.session().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(27)));
    assertThat(second.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    assertThat(second.lastSeenAt()).isEqualTo(NOW.plus(Duration.ofDays(26)));
    assertThat(second.origin()).isEqualTo(PHONE);
  }

  @Test
  void a_token_that_was_just_used_gives_its_successor_again() {
    var continued = continued(session, opened.token(), NOW);
    var late = NOW.plus(RefreshFamily.GRACE);

    assertThat(refresh(continued.session(), opened.token(), late))
        .isEqualTo(new Refresh.Repeated(continued.successor()));
    assertThat(refresh(continued.session(), opened.token(), NOW.minusSeconds(1)))
        .as("on a node whose clock is behind")
        .isEqualTo(new Refresh.Repeated(continued.successor()));
  }

  @Test
  void a_token_that_was_used_before_ends_the_session() {
    var continued = continued(session, opened.token(), NOW);
    var late = NOW.plus(RefreshFamily.GRACE).plusNanos(1);
    var again = continued(continued.session(), continued.successor(), NOW);

    for (var of : List.of(continued.session(), again.session())) {
      assertThat(refresh(of, opened.token(), late))
          .isInstanceOfSatisfying(
              Refresh.Reused.class,
              reused -> {
                assertThat(reused.session().endedAt()).contains(late);
                assertThat(reused.events())
                    .containsExactly(
                        new RefreshTokenReused(ID, USER, late), new SessionEnded(ID, USER, late));
              });
    }
    assertThat(refresh(again.session(), opened.token(), NOW)).isInstanceOf(Refresh.Reused.class);
  }

  @Test
  void a_token_that_was_never_one_of_the_session_changes_nothing() {
    var other = Session.open(ID, USER, SALT, SECRET, SessionOrigin.UNKNOWN, NOW).token();

    assertThat(refresh(session, other, NOW)).isEqualTo(new Refresh.Refused());
  }

  @Test
  void a_session_that_is_over_is_not_continued() {
    var ended = ((Done) session.end(NOW)).session();

    assertThat(refresh(ended, opened.token(), NOW)).isEqualTo(new Refresh.Refused());
    assertThat(refresh(session, opened.token(), session.expiresAt()))
        .isEqualTo(new Refresh.Refused());
  }

  @Test
  void a_refresh_token_is_read_back_from_its_text() {
    var text = opened.token().text();

    assertThat(RefreshToken.read(text)).contains(opened.token());
    assertThat(text).matches("[A-Za-z0-9._-]{110}");
    assertThat(RefreshToken.read(text + "A")).isEmpty();
    assertThat(RefreshToken.read(text.substring(1))).isEmpty();
    assertThat(RefreshToken.read("")).isEmpty();
    assertThat(RefreshToken.read("x.y.z")).isEmpty();
  }

  @Test
  void where_a_session_comes_from_is_kept_short_and_printable() {
    var origin = new SessionOrigin(Optional.of("A\u0000\r\nB" + "c".repeat(500)), Optional.of(" "));

    assertThat(origin.userAgent()).contains("A B" + "c".repeat(397));
    assertThat(origin.address()).isEmpty();
    assertThat(PHONE).asString().doesNotContain("Phone");
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

    var grant = AccessGrant.of(TenantId.DEFAULT, account, ID, NOW.plusMillis(700));

    assertThat(grant.from()).isEqualTo(NOW);
    assertThat(grant.holdsAt(NOW.minusSeconds(5))).isTrue();
    assertThat(grant.holdsAt(NOW.minusSeconds(6))).isFalse();
    assertThat(grant.holdsAt(NOW.plusSeconds(599))).isTrue();
    assertThat(grant.holdsAt(NOW.plusSeconds(600))).isFalse();
  }

  private static Refresh refresh(Session of, RefreshToken token, Instant now) {
    return of.refresh(token, SALT, PHONE, now);
  }

  private static Refresh.Continued continued(Session of, RefreshToken token, Instant now) {
    return (Refresh.Continued) refresh(of, token, now);
  }
}
