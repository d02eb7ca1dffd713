package org.mercat.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Refusal;
import org.mercat.domain.identity.UserAccount.Transition.Done;
import org.mercat.domain.identity.UserAccount.Transition.Refused;
import org.mercat.domain.shared.Permission;

/**
 * Somebody leaves. The address is free again, the sessions end, and for a while an administrator
 * can bring the account back.
 */
public final class CloseAccount {

  /**
   * Who leaves.
   *
   * @param version of the account that was meant; any when empty
   */
  public record Command(
      Caller caller, SessionId session, OptionalLong version, Password password) {}

  public sealed interface Outcome {
    record Closed() implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record Stale() implements Outcome {}

    record WrongPassword() implements Outcome {}

    record Locked(Duration rest) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final CheckPassword checkPassword;
  private final EndSessions endSessions;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;
  private final InstantSource system;

  public CloseAccount(
      Access access,
      Users users,
      CheckPassword checkPassword,
      EndSessions endSessions,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource market,
      InstantSource system) {
    this.access = access;
    this.users = users;
    this.checkPassword = checkPassword;
    this.endSessions = endSessions;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.market = market;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> users.find(command.caller().user()))
        .map(account -> close(account, command))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome close(UserAccount account, Command command) {
    if (command.version().isPresent() && command.version().getAsLong() != account.version()) {
      return new Outcome.Stale();
    }
    var place = "session " + command.session().value();
    var check = new CheckPassword.Command(account.email(), command.password(), place);
    return switch (checkPassword.handle(check)) {
      case CheckPassword.Outcome.Wrong _ -> new Outcome.WrongPassword();
      case CheckPassword.Outcome.Locked(var rest) -> new Outcome.Locked(rest);
      case CheckPassword.Outcome.Right(var known) -> unitOfWork.run(() -> close(known));
    };
  }

  private Outcome close(UserAccount account) {
    return switch (account.close(market.instant())) {
      case Refused(var why) -> new Outcome.Refused(why);
      case Done(var closed, var event) -> {
        users.update(closed);
        outbox.append(event);
        var ending = new EndSessions.Command(closed.id(), Optional.empty(), system.instant());
        var _ = endSessions.handle(ending);
        yield new Outcome.Closed();
      }
    };
  }
}
