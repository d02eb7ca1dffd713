package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserId;

/** Sessions for tests. */
public final class SampleSessions {

  public static final SessionOrigin PHONE =
      new SessionOrigin(Optional.of("Phone/2.0"), Optional.of("2001:db8::1"));

  private static final InMemoryTokens TOKENS = new InMemoryTokens();

  private SampleSessions() {}

  /** A session of somebody whose device says nothing. */
  public static Session.Opened opened(SessionId id, UserId user, Instant now) {
    return Session.open(id, user, TOKENS.secret(), TOKENS.secret(), SessionOrigin.UNKNOWN, now);
  }

  /** The same, continued on a phone with the token that is good. */
  public static Session.Refresh.Continued continued(
      Session session, RefreshToken token, Instant now) {
    return (Session.Refresh.Continued) session.refresh(token, TOKENS.secret(), PHONE, now);
  }
}
