package org.mercat.application.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.TokenIssuer.AccessToken;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.UserAccount;

/**
 * Somebody signs in. An unknown address, a wrong password and a closed account are told apart
 * neither by the answer nor by the time it takes.
 */
public final class LogIn {

  public record Command(EmailAddress email, Password password) {}

  public sealed interface Outcome {
    record LoggedIn(AccessToken accessToken, RefreshToken refreshToken, Duration life)
        implements Outcome {}

    record Refused() implements Outcome {}
  }

  private final Users users;
  private final UserSessions sessions;
  private final PasswordHasher hasher;
  private final TokenIssuer tokens;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public LogIn(
      Users users,
      UserSessions sessions,
      PasswordHasher hasher,
      TokenIssuer tokens,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.users = users;
    this.sessions = sessions;
    this.hasher = hasher;
    this.tokens = tokens;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    var account = unitOfWork.run(() -> users.findByEmail(command.email()));
    var known = hasher.matches(command.password(), account.map(UserAccount::password));
    return account
        .filter(_ -> known)
        .filter(UserAccount::maySignIn)
        .flatMap(found -> open(found, command.password()))
        .orElseGet(Outcome.Refused::new);
  }

  private Optional<Outcome> open(UserAccount account, Password password) {
    var refreshToken = tokens.refreshToken();
    var better =
        hasher.isOutdated(account.password())
            ? Optional.of(hasher.hash(password))
            : Optional.<PasswordHash>empty();
    var now = system.instant();
    var session = unitOfWork.run(() -> store(account, better, refreshToken, now));
    var grant = AccessGrant.of(account, session.id(), now);
    return Optional.of(
        new Outcome.LoggedIn(tokens.accessToken(grant), refreshToken, AccessGrant.LIFE));
  }

  private Session store(
      UserAccount account, Optional<PasswordHash> better, RefreshToken refreshToken, Instant now) {
    better.map(account::withPassword).ifPresent(users::update);
    var opened = Session.open(sessions.nextId(), account.id(), refreshToken.digest(), now);
    sessions.add(opened.session());
    outbox.append(opened.event());
    return opened.session();
  }
}
