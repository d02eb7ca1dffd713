package org.mercat.application.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionEvent.SessionEnded;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;

/**
 * Ends the sessions of somebody, because he asks for it or may not be signed in any more. Runs in
 * the unit of work of its caller, and never conflicts with what else is done to the sessions.
 */
public final class EndSessions {

  /**
   * Whose sessions end.
   *
   * @param butFor a session that goes on; empty to end all
   */
  public record Command(UserId user, Optional<SessionId> butFor, Instant now) {}

  private final UserSessions sessions;
  private final EventOutbox outbox;

  public EndSessions(UserSessions sessions, EventOutbox outbox) {
    this.sessions = sessions;
    this.outbox = outbox;
  }

  /** Returns the sessions that have ended. */
  public List<SessionId> handle(Command command) {
    var ended = sessions.endAll(command.user(), command.butFor(), command.now());
    ended.forEach(
        session -> outbox.append(new SessionEnded(session.id(), session.user(), command.now())));
    return ended.stream().map(Session::id).toList();
  }
}
