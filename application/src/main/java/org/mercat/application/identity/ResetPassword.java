package org.mercat.application.identity;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.UserTokens;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PasswordRules;
import org.mercat.domain.identity.PasswordRules.Weakness;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserToken;
import org.mercat.domain.identity.UserToken.Purpose;

/** Somebody chooses another password by a token that was sent to the address of the account. */
public final class ResetPassword {

  public record Command(OneTimeToken token, Password password) {}

  public sealed interface Outcome {
    record Changed() implements Outcome {}

    /** Unknown, used before, expired, or of an account that is not open. */
    record BadToken() implements Outcome {}

    /** The token is good for another try. */
    record TooWeak(Weakness why) implements Outcome {}
  }

  private final UserTokens tokens;
  private final Users users;
  private final PasswordHasher hasher;
  private final StorePassword storePassword;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public ResetPassword(
      UserTokens tokens,
      Users users,
      PasswordHasher hasher,
      StorePassword storePassword,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.tokens = tokens;
    this.users = users;
    this.hasher = hasher;
    this.storePassword = storePassword;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    var digest = command.token().digest();
    var owner = unitOfWork.run(() -> tokens.find(digest).flatMap(this::owner));
    if (owner.isEmpty()) {
      return new Outcome.BadToken();
    }
    var account = owner.get();
    var weakness = PasswordRules.weakness(command.password(), account.email(), account.name());
    if (weakness.isPresent()) {
      return new Outcome.TooWeak(weakness.get());
    }
    var hash = hasher.hash(command.password());
    return unitOfWork.run(
        () ->
            tokens
                .take(digest)
                .flatMap(this::owner)
                .map(found -> store(found, hash))
                .orElseGet(Outcome.BadToken::new));
  }

  private Optional<UserAccount> owner(UserToken token) {
    return Optional.of(token)
        .filter(it -> it.purpose() == Purpose.RESET_PASSWORD && it.isGood(system.instant()))
        .flatMap(it -> users.find(it.user()))
        .filter(account -> account.maySignIn() && account.email().equals(token.email()));
  }

  private Outcome store(UserAccount account, PasswordHash hash) {
    var command = new StorePassword.Command(account, hash, Optional.empty());
    return switch (storePassword.handle(command)) {
      case STORED -> new Outcome.Changed();
      case REFUSED -> new Outcome.BadToken();
    };
  }
}
