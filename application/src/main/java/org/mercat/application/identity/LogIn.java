package org.mercat.application.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.TokenIssuer.AccessToken;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.Session.Opened;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserAccount;

/**
 * Somebody signs in. An unknown address, a wrong password and a closed account are told apart
 * neither by the answer nor by the time it takes.
 */
public final class LogIn {

  public record Command(EmailAddress email, Password password, SessionOrigin origin) {}

  public sealed interface Outcome {
    record LoggedIn(AccessToken accessToken, RefreshToken refreshToken, Duration life)
        implements Outcome {}

    record Refused() implements Outcome {}

    /** Too many wrong passwords were told: not before that has passed. */
    record Locked(Duration rest) implements Outcome {}
  }

  private final Users users;
  private final CheckPassword checkPassword;
  private final OpenSession openSession;
  private final PasswordHasher hasher;
  private final TokenIssuer tokens;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public LogIn(
      Users users,
      CheckPassword checkPassword,
      OpenSession openSession,
      PasswordHasher hasher,
      TokenIssuer tokens,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.users = users;
    this.checkPassword = checkPassword;
    this.openSession = openSession;
    this.hasher = hasher;
    this.tokens = tokens;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    var place = command.origin().address().orElse("");
    var check = new CheckPassword.Command(command.email(), command.password(), place);
    return switch (checkPassword.handle(check)) {
      case CheckPassword.Outcome.Wrong _ -> new Outcome.Refused();
      case CheckPassword.Outcome.Locked(var rest) -> new Outcome.Locked(rest);
      case CheckPassword.Outcome.Right(var account) -> open(account, command);
    };
  }

  private Outcome open(UserAccount account, Command command) {
    var better =
        hasher.isOutdated(account.password())
            ? Optional.of(hasher.hash(command.password()))
            : Optional.<PasswordHash>empty();
    var now = system.instant();
    var opened = unitOfWork.run(() -> store(account, better, command.origin(), now));
    var grant = AccessGrant.of(Acting.now().tenant(), account, opened.session().id(), now);
    return new Outcome.LoggedIn(tokens.accessToken(grant), opened.token(), AccessGrant.LIFE);
  }

  private Opened store(
      UserAccount account, Optional<PasswordHash> better, SessionOrigin origin, Instant now) {
    better.map(account::withPassword).ifPresent(users::update);
    users.signedIn(better.map(account::withPassword).orElse(account), now);
    return openSession.handle(new OpenSession.Command(account.id(), origin, now));
  }
}
