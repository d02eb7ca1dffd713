package org.mercat.application.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.TokenIssuer.AccessToken;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionEvent;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;

/**
 * A session goes on: a refresh token is exchanged for an access token and the next refresh token
 * (RFC 9700, 4.14.2). Of several who send the same token at once, the version of the session lets
 * one exchange it; the others get the token that he got. Who sends it later ends the session, on
 * every node within a second.
 */
public final class RefreshSession {

  public record Command(RefreshToken token, SessionOrigin origin) {}

  public sealed interface Outcome {
    record Refreshed(AccessToken accessToken, RefreshToken refreshToken, Duration life)
        implements Outcome {}

    /** Not a token of ours, or not any more. */
    record Refused() implements Outcome {}
  }

  private record Continued(UserAccount owner, RefreshToken successor) {}

  private final UserSessions sessions;
  private final Users users;
  private final TokenIssuer tokens;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public RefreshSession(
      UserSessions sessions,
      Users users,
      TokenIssuer tokens,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.sessions = sessions;
    this.users = users;
    this.tokens = tokens;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  /** Whoever comes second looks again at what the first has left, and needs to write nothing. */
  public Outcome handle(Command command) {
    return SecondTry.at(() -> refresh(command));
  }

  private Outcome refresh(Command command) {
    var now = system.instant();
    return unitOfWork
        .run(() -> continued(command, now))
        .map(continued -> granted(command, continued, now))
        .orElseGet(Outcome.Refused::new);
  }

  private Outcome granted(Command command, Continued continued, Instant now) {
    var grant =
        AccessGrant.of(Acting.now().tenant(), continued.owner(), command.token().session(), now);
    return new Outcome.Refreshed(
        tokens.accessToken(grant), continued.successor(), AccessGrant.LIFE);
  }

  private Optional<Continued> continued(Command command, Instant now) {
    return sessions
        .find(command.token().session())
        .flatMap(
            session ->
                owner(session.user()).flatMap(owner -> continued(command, session, owner, now)));
  }

  private Optional<UserAccount> owner(UserId user) {
    return users.find(user).filter(UserAccount::maySignIn);
  }

  private Optional<Continued> continued(
      Command command, Session session, UserAccount owner, Instant now) {
    return switch (session.refresh(command.token(), tokens.secret(), command.origin(), now)) {
      case Session.Refresh.Continued(var next, var successor) -> {
        sessions.update(next);
        yield Optional.of(new Continued(owner, successor));
      }
      case Session.Refresh.Repeated(var successor) -> Optional.of(new Continued(owner, successor));
      case Session.Refresh.Reused(var ended, var events) -> {
        end(ended, events);
        yield Optional.empty();
      }
      case Session.Refresh.Refused _ -> Optional.empty();
    };
  }

  private void end(Session ended, List<SessionEvent> events) {
    sessions.update(ended);
    events.forEach(outbox::append);
  }
}
