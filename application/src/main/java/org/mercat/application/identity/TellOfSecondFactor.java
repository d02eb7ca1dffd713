package org.mercat.application.identity;

import java.util.Optional;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.identity.SecondFactorEvent;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Message.SecondFactorChanged.Change;

/**
 * What follows when a second factor has changed: all sessions but this one end, and the owner is
 * told. Runs in the unit of work of its caller.
 */
public final class TellOfSecondFactor {

  /**
   * What has changed.
   *
   * @param session the one that goes on
   */
  public record Command(
      UserAccount account, SessionId session, Change change, SecondFactorEvent event) {}

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
    var ending =
        new EndSessions.Command(command.account().id(), Optional.of(command.session()), at);
    var _ = endSessions.handle(ending);
    var message = new Message.SecondFactorChanged(command.change(), at);
    tellOwner.handle(new TellOwner.Command(command.account(), message));
  }
}
