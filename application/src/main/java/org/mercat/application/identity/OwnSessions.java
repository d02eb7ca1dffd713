package org.mercat.application.identity;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.shared.Permission;

/** Where the caller is signed in, newest first (ASVS 7.5.2). */
public final class OwnSessions {

  /**
   * What is asked for.
   *
   * @param current the session in which it is asked
   */
  public record Query(Caller caller, SessionId current, PageRequest page) {}

  /**
   * A session as its owner sees it.
   *
   * @param lastSeenAt when it was opened or continued last
   * @param current whether it is the one in which this was asked
   */
  public record OwnSession(
      SessionId id,
      SessionOrigin origin,
      Instant openedAt,
      Instant lastSeenAt,
      Instant expiresAt,
      boolean current) {}

  public sealed interface Outcome {
    record Listed(Page<OwnSession> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final UserSessions sessions;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public OwnSessions(
      Access access, UserSessions sessions, UnitOfWork unitOfWork, InstantSource system) {
    this.access = access;
    this.sessions = sessions;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    var now = system.instant();
    var found = unitOfWork.run(() -> sessions.live(query.caller().user(), now, query.page()));
    return new Outcome.Listed(found.map(session -> view(session, query.current())));
  }

  private static OwnSession view(Session session, SessionId current) {
    return new OwnSession(
        session.id(),
        session.origin(),
        session.openedAt(),
        session.lastSeenAt(),
        session.expiresAt(),
        session.id().equals(current));
  }
}
