package org.mercat.application.identity;

import java.time.Duration;
import java.util.Optional;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PasswordRules;
import org.mercat.domain.identity.PasswordRules.Weakness;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.shared.Permission;

/** Somebody who knows his password chooses another one; only this session of his goes on. */
public final class ChangePassword {

  public record Command(Caller caller, SessionId session, Password current, Password next) {}

  public sealed interface Outcome {
    record Changed() implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record WrongPassword() implements Outcome {}

    record Locked(Duration rest) implements Outcome {}

    record TooWeak(Weakness why) implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final CheckPassword checkPassword;
  private final PasswordHasher hasher;
  private final StorePassword storePassword;
  private final UnitOfWork unitOfWork;

  public ChangePassword(
      Access access,
      Users users,
      CheckPassword checkPassword,
      PasswordHasher hasher,
      StorePassword storePassword,
      UnitOfWork unitOfWork) {
    this.access = access;
    this.users = users;
    this.checkPassword = checkPassword;
    this.hasher = hasher;
    this.storePassword = storePassword;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> users.find(command.caller().user()))
        .map(account -> change(account, command))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome change(UserAccount account, Command command) {
    var weakness = PasswordRules.weakness(command.next(), account.email(), account.name());
    if (weakness.isPresent()) {
      return new Outcome.TooWeak(weakness.get());
    }
    var place = "session " + command.session().value();
    var check = new CheckPassword.Command(account.email(), command.current(), place);
    return switch (checkPassword.handle(check)) {
      case CheckPassword.Outcome.Wrong _ -> new Outcome.WrongPassword();
      case CheckPassword.Outcome.Locked(var rest) -> new Outcome.Locked(rest);
      case CheckPassword.Outcome.Right(var known) -> {
        var hash = hasher.hash(command.next());
        yield unitOfWork.run(() -> store(known, hash, command.session()));
      }
    };
  }

  private Outcome store(UserAccount account, PasswordHash hash, SessionId session) {
    var command = new StorePassword.Command(account, hash, Optional.of(session));
    return switch (storePassword.handle(command)) {
      case STORED -> new Outcome.Changed();
      case REFUSED -> new Outcome.NotFound();
    };
  }
}
