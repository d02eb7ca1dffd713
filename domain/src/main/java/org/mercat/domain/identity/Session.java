package org.mercat.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.identity.RefreshFamily.Rotated;
import org.mercat.domain.identity.SessionEvent.RefreshTokenReused;
import org.mercat.domain.identity.SessionEvent.SessionEnded;
import org.mercat.domain.identity.SessionEvent.SessionOpened;

/**
 * The time from signing in to signing out, on one device. Immutable.
 *
 * @param lastSeenAt when it was opened or continued last
 * @param expiresAt when it ends by itself unless it is continued
 */
public record Session(
    SessionId id,
    UserId user,
    RefreshFamily family,
    SessionOrigin origin,
    Instant openedAt,
    Instant lastSeenAt,
    Instant expiresAt,
    Optional<Instant> endedAt,
    long version) {

  /** After so long, whoever did not sign out has to sign in again. */
  public static final Duration LIFE = Duration.ofDays(30);

  /** After so long without being continued, too. */
  public static final Duration REST = Duration.ofDays(14);

  /** A new session, its first token and the event that tells of it. */
  public record Opened(Session session, RefreshToken token, SessionOpened event) {}

  public sealed interface Transition {
    record Done(Session session, SessionEnded event) implements Transition {}

    record Refused(Refusal why) implements Transition {}
  }

  public enum Refusal {
    ALREADY_ENDED
  }

  /** What comes of a refresh token. */
  public sealed interface Refresh {
    /** The token was good; from now on its successor is. */
    record Continued(Session session, RefreshToken successor) implements Refresh {}

    /** The token was used a moment ago; this is what it was exchanged for then. */
    record Repeated(RefreshToken successor) implements Refresh {}

    /** Two have the same token, so one of them stole it: the session has ended for both. */
    record Reused(Session session, List<SessionEvent> events) implements Refresh {}

    /** The session is over, or the token never belonged to it. */
    record Refused() implements Refresh {}
  }

  /**
   * Opens a session.
   *
   * @param mark a random text of 256 bits in base 64 for URLs, the mark of its refresh tokens
   * @param secret another one, of which the first refresh token is made
   */
  public static Opened open(
      SessionId id, UserId user, String mark, String secret, SessionOrigin origin, Instant now) {
    var started = RefreshFamily.start(id, mark, secret);
    var session =
        new Session(
            id, user, started.family(), origin, now, now, now.plus(REST), Optional.empty(), 0);
    return new Opened(session, started.token(), new SessionOpened(id, user, now));
  }

  /**
   * Continues the session.
   *
   * @param salt a random text of 256 bits in base 64 for URLs
   */
  public Refresh refresh(RefreshToken token, String salt, SessionOrigin from, Instant now) {
    if (!isLive(now)) {
      return new Refresh.Refused();
    }
    return switch (family.state(token, now)) {
      case GOOD -> continued(family.rotate(token, salt, now), from, now);
      case JUST_USED -> new Refresh.Repeated(family.successor(token));
      case USED ->
          new Refresh.Reused(
              ended(now),
              List.of(new RefreshTokenReused(id, user, now), new SessionEnded(id, user, now)));
      case INVENTED -> new Refresh.Refused();
    };
  }

  public Transition end(Instant now) {
    return endedAt.isPresent()
        ? new Transition.Refused(Refusal.ALREADY_ENDED)
        : new Transition.Done(ended(now), new SessionEnded(id, user, now));
  }

  public boolean isLive(Instant now) {
    return endedAt.isEmpty() && now.isBefore(expiresAt);
  }

  private Refresh continued(Rotated rotated, SessionOrigin from, Instant now) {
    var latest = openedAt.plus(LIFE);
    var rested = now.plus(REST);
    var until = rested.isBefore(latest) ? rested : latest;
    var next =
        new Session(id, user, rotated.family(), from, openedAt, now, until, endedAt, version);
    return new Refresh.Continued(next, rotated.successor());
  }

  private Session ended(Instant now) {
    return new Session(
        id, user, family, origin, openedAt, lastSeenAt, expiresAt, Optional.of(now), version);
  }
}
