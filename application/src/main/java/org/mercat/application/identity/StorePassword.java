package org.mercat.application.identity;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.identity.port.UserTokens;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Transition.Done;
import org.mercat.domain.identity.UserAccount.Transition.Refused;
import org.mercat.domain.identity.UserEvent;
import org.mercat.domain.identity.UserToken.Purpose;
import org.mercat.domain.notification.Message;

/**
 * Gives an account another password: its sessions end, what was sent to choose one is worth nothing
 * any more, and the owner is told. Runs in the unit of work of its caller.
 */
public final class StorePassword {

  /**
   * What to store.
   *
   * @param butFor a session that goes on; empty to end all
   */
  public record Command(UserAccount account, PasswordHash password, Optional<SessionId> butFor) {}

  public enum Outcome {
    STORED,
    /** The account is not open. */
    REFUSED
  }

  private final Users users;
  private final UserTokens tokens;
  private final EndSessions endSessions;
  private final TellOwner tellOwner;
  private final EventOutbox outbox;
  private final InstantSource market;
  private final InstantSource system;

  public StorePassword(
      Users users,
      UserTokens tokens,
      EndSessions endSessions,
      TellOwner tellOwner,
      EventOutbox outbox,
      InstantSource market,
      InstantSource system) {
    this.users = users;
    this.tokens = tokens;
    this.endSessions = endSessions;
    this.tellOwner = tellOwner;
    this.outbox = outbox;
    this.market = market;
    this.system = system;
  }

  public Outcome handle(Command command) {
    return switch (command.account().changePassword(command.password(), market.instant())) {
      case Refused _ -> Outcome.REFUSED;
      case Done(var changed, var event) -> {
        store(changed, event, command.butFor());
        yield Outcome.STORED;
      }
    };
  }

  private void store(UserAccount changed, UserEvent event, Optional<SessionId> butFor) {
    var now = system.instant();
    users.update(changed);
    outbox.append(event);
    tokens.drop(changed.id(), Purpose.RESET_PASSWORD);
    tokens.drop(changed.id(), Purpose.CHANGE_EMAIL);
    var _ = endSessions.handle(new EndSessions.Command(changed.id(), butFor, now));
    tellOwner.handle(new TellOwner.Command(changed, new Message.PasswordChanged(now)));
  }
}
