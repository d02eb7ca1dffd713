package org.mercat.application.identity;

import java.time.InstantSource;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.Profile;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Transition.Done;
import org.mercat.domain.identity.UserAccount.Transition.Refused;
import org.mercat.domain.shared.Permission;

/** Somebody says something else about himself. Saying the same changes nothing. */
public final class ChangeOwnProfile {

  /**
   * What to say.
   *
   * @param version of the account that was meant
   */
  public record Command(Caller caller, long version, Profile profile) {}

  public sealed interface Outcome {
    record Changed(UserAccount account) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    /** Somebody has changed it since. */
    record Stale() implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;

  public ChangeOwnProfile(
      Access access, Users users, EventOutbox outbox, UnitOfWork unitOfWork, InstantSource market) {
    this.access = access;
    this.users = users;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.market = market;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            users
                .find(command.caller().user())
                .map(account -> change(account, command))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome change(UserAccount account, Command command) {
    if (account.version() != command.version()) {
      return new Outcome.Stale();
    }
    return switch (account.change(command.profile(), market.instant())) {
      case Done(var changed, var event) -> {
        users.update(changed);
        outbox.append(event);
        yield new Outcome.Changed(users.find(changed.id()).orElseThrow());
      }
      case Refused(var why) ->
          switch (why) {
            case ALREADY_SO -> new Outcome.Changed(account);
            case SUSPENDED, BANNED, CLOSED, TOO_LATE, ADMINISTRATOR -> new Outcome.NotFound();
          };
    };
  }
}
