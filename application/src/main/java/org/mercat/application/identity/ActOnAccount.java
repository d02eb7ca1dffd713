package org.mercat.application.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.identity.port.AccountDirectory;
import org.mercat.application.identity.port.AccountDirectory.Entry;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Refusal;
import org.mercat.domain.identity.UserAccount.Transition;
import org.mercat.domain.identity.UserEvent;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Message;
import org.mercat.domain.shared.Permission;

/**
 * Whoever looks after accounts keeps somebody out, lets him in again, or brings an account back.
 */
public final class ActOnAccount {

  public record Command(Caller caller, UserId user, Act act) {}

  public sealed interface Act {
    /** Keeps the person out for a while; the sessions end. */
    record Suspend(String reason) implements Act {}

    /** Keeps the person out for good; the sessions end. */
    record Ban(String reason) implements Act {}

    record Reactivate() implements Act {}

    /** Brings back what its owner has closed. */
    record Restore() implements Act {}
  }

  public sealed interface Outcome {
    record Done(Entry entry) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    /** Another account has the address by now. */
    record EmailTaken() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final AccountDirectory directory;
  private final EndSessions endSessions;
  private final TellOwner tellOwner;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;
  private final InstantSource system;

  public ActOnAccount(
      Access access,
      Users users,
      AccountDirectory directory,
      EndSessions endSessions,
      TellOwner tellOwner,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource market,
      InstantSource system) {
    this.access = access;
    this.users = users;
    this.directory = directory;
    this.endSessions = endSessions;
    this.tellOwner = tellOwner;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.market = market;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            users
                .find(command.user())
                .or(() -> users.findClosed(command.user()))
                .map(account -> act(account, command.act()))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome act(UserAccount account, Act act) {
    return switch (transition(account, act, market.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var next, var event) ->
          switch (users.updateAndTakeEmail(next)) {
            case EMAIL_TAKEN -> new Outcome.EmailTaken();
            case ADDED -> {
              follow(next, event, act);
              yield new Outcome.Done(directory.findEntry(next.id()).orElseThrow());
            }
          };
    };
  }

  private static Transition transition(UserAccount account, Act act, Instant now) {
    return switch (act) {
      case Act.Suspend(var reason) -> account.suspend(reason, now);
      case Act.Ban(var reason) -> account.ban(reason, now);
      case Act.Reactivate _ -> account.reactivate(now);
      case Act.Restore _ -> account.restore(now);
    };
  }

  private void follow(UserAccount next, UserEvent event, Act act) {
    outbox.append(event);
    if (!next.maySignIn()) {
      var ending = new EndSessions.Command(next.id(), Optional.empty(), system.instant());
      var _ = endSessions.handle(ending);
    }
    tellOwner.handle(new TellOwner.Command(next, message(act)));
  }

  private static Message message(Act act) {
    return switch (act) {
      case Act.Suspend(var reason) -> new Message.AccountSuspended(reason);
      case Act.Ban(var reason) -> new Message.AccountSuspended(reason);
      case Act.Reactivate _, Act.Restore _ -> new Message.AccountReactivated();
    };
  }
}
