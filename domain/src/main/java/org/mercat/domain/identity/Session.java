package org.mercat.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.identity.SessionEvent.SessionEnded;
import org.mercat.domain.identity.SessionEvent.SessionOpened;

/** The time from signing in to signing out, on one device. Immutable. */
public record Session(
    SessionId id,
    UserId user,
    RefreshToken.Digest refreshToken,
    Instant openedAt,
    Instant expiresAt,
    Optional<Instant> endedAt,
    long version) {

  /** After so long, whoever did not sign out has to sign in again. */
  public static final Duration LIFE = Duration.ofDays(30);

  /** A new session and the event that tells of it. */
  public record Opened(Session session, SessionOpened event) {}

  public sealed interface Transition {
    record Done(Session session, SessionEnded event) implements Transition {}

    record Refused(Refusal why) implements Transition {}
  }

  public enum Refusal {
    ALREADY_ENDED
  }

  public static Opened open(
      SessionId id, UserId user, RefreshToken.Digest refreshToken, Instant now) {
    var session = new Session(id, user, refreshToken, now, now.plus(LIFE), Optional.empty(), 0);
    return new Opened(session, new SessionOpened(id, user, now));
  }

  public Transition end(Instant now) {
    if (endedAt.isPresent()) {
      return new Transition.Refused(Refusal.ALREADY_ENDED);
    }
    var ended = new Session(id, user, refreshToken, openedAt, expiresAt, Optional.of(now), version);
    return new Transition.Done(ended, new SessionEnded(id, user, now));
  }

  public boolean isLive(Instant now) {
    return endedAt.isEmpty() && now.isBefore(expiresAt);
  }
}
