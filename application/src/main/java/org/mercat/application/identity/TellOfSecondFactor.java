package org.mercat.application.identity;

import java.util.Optional;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.identity.SecondFactorEvent;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Message.SecondFactorChanged.Change;

/**
 * What follows when a second factor has changed: all sessions but the one that goes on end, and the
 * owner is told. Runs in the unit of work of its caller.
 */
public final class TellOfSecondFactor {

  /**
   * What has changed.
   *
   * @param goesOn the session of whoever has changed it, if it was the owner
   */
  public record Command(
      UserAccount account, Optional<SessionId> goesOn, Change change, SecondFactorEvent event) {

    /** By its owner, in this session. */
    public Command(UserAccount account, SessionId session, Change change, SecondFactorEvent event) {
      this(account, Optional.of(session), change, event);
    }
  }

  private final EndSessions endSessions;
  private final TellOwner tellOwner;
  private final EventOutbox outbox;

  public TellOfSecondFactor(EndSessions endSessions, TellOwner tellOwner, EventOutbox outbox) {
    this.endSessions = endSessions;
    this.tellOwner = tellOwner;
    this.outbox = outbox;
  }

  public void handle(Command command) {
    var at = command.event().at();
    outbox.append(command.event());
    var ending = new EndSessions.Command(command.account().id(), command.goesOn(), at);
    var _ = endSessions.handle(ending);
    var message = new Message.SecondFactorChanged(command.change(), at);
    tellOwner.handle(new TellOwner.Command(command.account(), message));
  }
}
