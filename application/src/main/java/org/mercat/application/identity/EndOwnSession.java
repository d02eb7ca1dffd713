package org.mercat.application.identity;

import java.time.InstantSource;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.shared.Permission;

/** Somebody signs out elsewhere: one of his sessions ends, on whatever device it is. */
public final class EndOwnSession {

  public record Command(Caller caller, SessionId session) {}

  public enum Outcome {
    ENDED,
    /** The caller has no such session, or no longer. */
    NOT_FOUND,
    FORBIDDEN
  }

  private final Access access;
  private final UserSessions sessions;
  private final LogOut logOut;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public EndOwnSession(
      Access access,
      UserSessions sessions,
      LogOut logOut,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.access = access;
    this.sessions = sessions;
    this.logOut = logOut;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return Outcome.FORBIDDEN;
    }
    if (!unitOfWork.run(() -> isLiveAndOwn(command))) {
      return Outcome.NOT_FOUND;
    }
    return switch (logOut.handle(new LogOut.Command(command.session()))) {
      case LOGGED_OUT -> Outcome.ENDED;
      case NOTHING_TO_END -> Outcome.NOT_FOUND;
    };
  }

  private boolean isLiveAndOwn(Command command) {
    var now = system.instant();
    return sessions
        .find(command.session())
        .filter(session -> session.isLive(now) && access.owns(command.caller(), session.user()))
        .isPresent();
  }
}
