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
import org.mercat.domain.identity.SecondFactorCode;
import org.mercat.domain.identity.Session.Opened;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserAccount;

/**
 * Somebody signs in. An unknown address, a wrong password and a closed account are told apart
 * neither by the answer nor by the time it takes. Of a second factor nobody hears who does not know
 * the password.
 */
public final class LogIn {

  /**
   * What somebody shows.
   *
   * @param code of the second factor, if the account has one
   */
  public record Command(
      EmailAddress email,
      Password password,
      Optional<SecondFactorCode> code,
      SessionOrigin origin) {

    /** Without a second factor. */
    public Command(EmailAddress email, Password password, SessionOrigin origin) {
      this(email, password, Optional.empty(), origin);
    }
  }

  public sealed interface Outcome {
    record LoggedIn(AccessToken accessToken, RefreshToken refreshToken, Duration life)
        implements Outcome {}

    record Refused() implements Outcome {}

    /** The password is right, and the account has a second factor. */
    record CodeRequired() implements Outcome {}

    /** The password is right, and the code is not. */
    record WrongCode() implements Outcome {}

    /** Too many wrong passwords or codes were told: not before that has passed. */
    record Locked(Duration rest) implements Outcome {}
  }

  private sealed interface Entry {
    record Allowed(Opened opened) implements Entry {}

    record Denied(Outcome why) implements Entry {}
  }

  private final Users users;
  private final CheckPassword checkPassword;
  private final CheckCode checkCode;
  private final OpenSession openSession;
  private final PasswordHasher hasher;
  private final TokenIssuer tokens;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public LogIn(
      Users users,
      CheckPassword checkPassword,
      CheckCode checkCode,
      OpenSession openSession,
      PasswordHasher hasher,
      TokenIssuer tokens,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.users = users;
    this.checkPassword = checkPassword;
    this.checkCode = checkCode;
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
    return switch (unitOfWork.run(() -> enter(account, better, command, now))) {
      case Entry.Denied(var why) -> why;
      case Entry.Allowed(var opened) -> {
        var grant = AccessGrant.of(Acting.now().tenant(), account, opened.session().id(), now);
        yield new Outcome.LoggedIn(tokens.accessToken(grant), opened.token(), AccessGrant.LIFE);
      }
    };
  }

  /** The code is looked at where the session is opened, so that nothing changes in between. */
  private Entry enter(
      UserAccount account, Optional<PasswordHash> better, Command command, Instant now) {
    var check = new CheckCode.Command(account, CheckCode.Stage.ACTIVE, command.code());
    return switch (checkCode.handle(check)) {
      case CheckCode.Outcome.Right _, CheckCode.Outcome.NotNeeded _ ->
          new Entry.Allowed(store(account, better, command.origin(), now));
      case CheckCode.Outcome.Missing _ -> new Entry.Denied(new Outcome.CodeRequired());
      case CheckCode.Outcome.Wrong _ -> new Entry.Denied(new Outcome.WrongCode());
      case CheckCode.Outcome.Locked(var rest) -> new Entry.Denied(new Outcome.Locked(rest));
    };
  }

  private Opened store(
      UserAccount account, Optional<PasswordHash> better, SessionOrigin origin, Instant now) {
    better.map(account::withPassword).ifPresent(users::update);
    users.signedIn(better.map(account::withPassword).orElse(account), now);
    return openSession.handle(new OpenSession.Command(account.id(), origin, now));
  }
}
