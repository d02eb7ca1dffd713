package org.mercat.application.identity;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.identity.port.UserTokens;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Transition.Done;
import org.mercat.domain.identity.UserAccount.Transition.Refused;
import org.mercat.domain.identity.UserEvent;
import org.mercat.domain.identity.UserToken;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Recipient.Address;

/**
 * Somebody shows by a token that an address is his, be it that of a new account or one that shall
 * take the place of another.
 */
public final class VerifyEmail {

  public record Command(OneTimeToken token) {}

  public enum Outcome {
    VERIFIED,
    /** Unknown, used before, expired, or of an account that is not open. */
    BAD_TOKEN,
    /** Somebody else has opened an account with the address meanwhile. */
    EMAIL_TAKEN
  }

  private final UserTokens tokens;
  private final Users users;
  private final TellOwner tellOwner;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;
  private final InstantSource system;

  public VerifyEmail(
      UserTokens tokens,
      Users users,
      TellOwner tellOwner,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource market,
      InstantSource system) {
    this.tokens = tokens;
    this.users = users;
    this.tellOwner = tellOwner;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.market = market;
    this.system = system;
  }

  public Outcome handle(Command command) {
    return unitOfWork.run(
        () ->
            tokens
                .take(command.token().digest())
                .filter(token -> token.isGood(system.instant()))
                .flatMap(this::use)
                .orElse(Outcome.BAD_TOKEN));
  }

  private Optional<Outcome> use(UserToken token) {
    return switch (token.purpose()) {
      case VERIFY_EMAIL -> users.find(token.user()).map(account -> verify(account, token));
      case CHANGE_EMAIL -> users.find(token.user()).map(account -> change(account, token));
      case RESET_PASSWORD -> Optional.empty();
    };
  }

  /** A token that went to an address that is the account's no longer shows nothing. */
  private Outcome verify(UserAccount account, UserToken token) {
    if (!account.email().equals(token.email())) {
      return Outcome.BAD_TOKEN;
    }
    return switch (account.verifyEmail(market.instant())) {
      case Done(var verified, var event) -> {
        users.update(verified);
        outbox.append(event);
        yield Outcome.VERIFIED;
      }
      case Refused(var why) ->
          switch (why) {
            case ALREADY_SO -> Outcome.VERIFIED;
            case SUSPENDED, BANNED, CLOSED, TOO_LATE, ADMINISTRATOR -> Outcome.BAD_TOKEN;
          };
    };
  }

  private Outcome change(UserAccount account, UserToken token) {
    return switch (account.changeEmail(token.email(), market.instant())) {
      case Done(var changed, var event) -> store(account, changed, event);
      case Refused(var why) ->
          switch (why) {
            case ALREADY_SO -> Outcome.VERIFIED;
            case SUSPENDED, BANNED, CLOSED, TOO_LATE, ADMINISTRATOR -> Outcome.BAD_TOKEN;
          };
    };
  }

  private Outcome store(UserAccount before, UserAccount changed, UserEvent event) {
    return switch (users.updateAndTakeEmail(changed)) {
      case EMAIL_TAKEN -> Outcome.EMAIL_TAKEN;
      case ADDED -> {
        outbox.append(event);
        var old = new Address.Email(before.email().value());
        var told = new Message.EmailChanged(system.instant());
        tellOwner.handle(new TellOwner.Command(changed, old, told));
        yield Outcome.VERIFIED;
      }
    };
  }
}
