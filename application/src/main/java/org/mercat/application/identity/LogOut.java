package org.mercat.application.identity;

import java.time.InstantSource;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.Session.Transition.Done;
import org.mercat.domain.identity.Session.Transition.Refused;
import org.mercat.domain.identity.SessionEvent.SessionEnded;
import org.mercat.domain.identity.SessionId;

/** Somebody signs out: the session ends, and with it every token of it. */
public final class LogOut {

  public record Command(SessionId session) {}

  public enum Outcome {
    LOGGED_OUT,
    /** There is no such session, or no longer. */
    NOTHING_TO_END
  }

  private final UserSessions sessions;
  private final AuthenticateCaller authenticateCaller;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public LogOut(
      UserSessions sessions,
      AuthenticateCaller authenticateCaller,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.sessions = sessions;
    this.authenticateCaller = authenticateCaller;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    var outcome = end(command.session());
    authenticateCaller.forget(command.session());
    return outcome;
  }

  /** The session may be refreshed at the same moment: then what it has become ends. */
  private Outcome end(SessionId id) {
    return SecondTry.at(() -> unitOfWork.run(() -> find(id)));
  }

  private Outcome find(SessionId id) {
    return sessions.find(id).map(this::end).orElse(Outcome.NOTHING_TO_END);
  }

  private Outcome end(Session session) {
    return switch (session.end(system.instant())) {
      case Refused _ -> Outcome.NOTHING_TO_END;
      case Done(var ended, var event) -> store(ended, event);
    };
  }

  private Outcome store(Session ended, SessionEnded event) {
    sessions.update(ended);
    outbox.append(event);
    return Outcome.LOGGED_OUT;
  }
}
