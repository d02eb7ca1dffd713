package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;

/** Driven port: all sessions. Every adapter must pass {@code UserSessionsContract}. */
public interface UserSessions {

  SessionId nextId();

  Optional<Session> find(SessionId id);

  void add(Session session);

  /**
   * Stores version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(Session session);

  /** The user's sessions that are live then, newest first. */
  Page<Session> live(UserId user, Instant now, PageRequest page);

  /**
   * Ends all sessions of the user that are live then, but for one. Whatever else is done to one of
   * them meanwhile, it is over afterwards: this never conflicts.
   *
   * @return those that it has ended, as they are now
   */
  List<Session> endAll(UserId user, Optional<SessionId> butFor, Instant now);

  /**
   * Forgets sessions that ended or expired before then.
   *
   * @param most how many at the most
   * @return how many it has forgotten
   */
  int forget(Instant before, int most);
}
