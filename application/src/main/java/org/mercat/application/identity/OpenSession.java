package org.mercat.application.identity;

import java.time.Instant;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.Session.Opened;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserId;

/** Opens a session for somebody who has shown who he is. Runs in the unit of work of its caller. */
public final class OpenSession {

  public record Command(UserId user, SessionOrigin origin, Instant now) {}

  private final UserSessions sessions;
  private final TokenIssuer tokens;
  private final EventOutbox outbox;

  public OpenSession(UserSessions sessions, TokenIssuer tokens, EventOutbox outbox) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.outbox = outbox;
  }

  public Opened handle(Command command) {
    var opened =
        Session.open(
            sessions.nextId(),
            command.user(),
            tokens.secret(),
            tokens.secret(),
            command.origin(),
            command.now());
    sessions.add(opened.session());
    outbox.append(opened.event());
    return opened;
  }
}
