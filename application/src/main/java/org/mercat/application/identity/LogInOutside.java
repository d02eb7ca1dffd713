package org.mercat.application.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.identity.port.IdentityProvider;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.application.identity.port.IdentityProvider.Vouched;
import org.mercat.application.identity.port.OidcIssuers;
import org.mercat.application.identity.port.OidcIssuers.Link;
import org.mercat.application.identity.port.OidcIssuers.Use;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.TokenIssuer.AccessToken;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.OidcEvent.IdentityLinked;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.RightsEvent.RolesChanged;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.shared.Role;

/**
 * Somebody signs in by a token of an issuer outside that the tenant trusts, and gets a session as
 * everybody else; the token is good for this once. A person is known by issuer and subject.
 * Somebody who comes for the first time is the one whose verified address it is, if the issuer says
 * that it was verified there, too; else gets an account, if the issuer may bring strangers. An
 * administrator is never found by address.
 */
public final class LogInOutside {

  public record Command(String token, SessionOrigin origin) {
    @Override
    public String toString() {
      return "Command[...]";
    }
  }

  public sealed interface Outcome {
    record LoggedIn(AccessToken accessToken, RefreshToken refreshToken, Duration life)
        implements Outcome {}

    /** Nobody here, or nobody who may sign in. */
    record Refused() implements Outcome {}
  }

  private record Opened(UserAccount account, Session.Opened session) {}

  private final OidcIssuers issuers;
  private final IdentityProvider provider;
  private final Users users;
  private final SecondFactors factors;
  private final OpenSession openSession;
  private final PasswordHasher hasher;
  private final TokenIssuer tokens;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;
  private final InstantSource system;

  public LogInOutside(
      OidcIssuers issuers,
      IdentityProvider provider,
      Users users,
      SecondFactors factors,
      OpenSession openSession,
      PasswordHasher hasher,
      TokenIssuer tokens,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource market,
      InstantSource system) {
    this.issuers = issuers;
    this.provider = provider;
    this.users = users;
    this.factors = factors;
    this.openSession = openSession;
    this.hasher = hasher;
    this.tokens = tokens;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.market = market;
    this.system = system;
  }

  public Outcome handle(Command command) {
    var now = system.instant();
    var issuer =
        provider.issuer(command.token()).flatMap(name -> unitOfWork.run(() -> issuers.find(name)));
    return issuer
        .flatMap(
            trusted ->
                provider
                    .verify(trusted, command.token(), now)
                    .flatMap(vouched -> opened(trusted, vouched, command.origin(), now)))
        .map(opened -> granted(opened, now))
        .orElseGet(Outcome.Refused::new);
  }

  private Outcome granted(Opened opened, Instant now) {
    var session = opened.session();
    var grant =
        AccessGrant.of(Acting.now().tenant(), opened.account(), session.session().id(), now);
    return new Outcome.LoggedIn(tokens.accessToken(grant), session.token(), AccessGrant.LIFE);
  }

  /** Two first visits at once: the second one finds what the first has made. */
  private Optional<Opened> opened(
      OidcIssuer issuer, Vouched vouched, SessionOrigin origin, Instant now) {
    var unknowable = hasher.hash(new Password(tokens.secret()));
    return SecondTry.at(() -> unitOfWork.run(() -> open(issuer, vouched, unknowable, origin, now)));
  }

  private Optional<Opened> open(
      OidcIssuer issuer,
      Vouched vouched,
      PasswordHash unknowable,
      SessionOrigin origin,
      Instant now) {
    if (issuers.use(vouched.digest(), vouched.until(), now) == Use.AGAIN) {
      return Optional.empty();
    }
    var identity = vouched.identity();
    return issuers
        .linked(issuer.issuer(), identity.subject())
        .flatMap(users::find)
        .or(() -> firstVisit(issuer, identity, unknowable))
        .filter(UserAccount::maySignIn)
        .filter(this::needsNoCode)
        .filter(issuer::maySignIn)
        .map(account -> withRoles(account, issuer.rolesOf(identity.roles())))
        .map(account -> signedIn(account, origin, now));
  }

  private Opened signedIn(UserAccount account, SessionOrigin origin, Instant now) {
    users.signedIn(account, now);
    return new Opened(
        account, openSession.handle(new OpenSession.Command(account.id(), origin, now)));
  }

  private Optional<UserAccount> firstVisit(
      OidcIssuer issuer, Identity identity, PasswordHash unknowable) {
    var account = identity.email().flatMap(email -> accountOf(email, issuer, identity, unknowable));
    account.ifPresent(found -> link(issuer, identity, found));
    return account;
  }

  private Optional<UserAccount> accountOf(
      EmailAddress email, OidcIssuer issuer, Identity identity, PasswordHash unknowable) {
    var there = users.findByEmail(email);
    return there.isPresent() || !issuer.admitsStrangers()
        ? there.filter(issuer::mayOpen).filter(this::needsNoCode)
        : Optional.of(newcomer(email, identity, unknowable));
  }

  /** Nobody goes round a second factor by an issuer that knows the address. */
  private boolean needsNoCode(UserAccount account) {
    return factors.hold(account.id()).filter(SecondFactor::isActive).isEmpty();
  }

  private UserAccount newcomer(EmailAddress email, Identity identity, PasswordHash unknowable) {
    var now = market.instant();
    var registered =
        UserAccount.register(users.nextId(), email, identity.name(), unknowable, Role.CLIENT, now);
    if (users.add(registered.account()) == Addition.EMAIL_TAKEN) {
      throw new ConcurrencyConflict("the address of a newcomer");
    }
    outbox.append(registered.event());
    var verified = (UserAccount.Transition.Done) registered.account().verifyEmail(now);
    users.update(verified.account());
    outbox.append(verified.event());
    return users.find(registered.account().id()).orElseThrow();
  }

  private void link(OidcIssuer issuer, Identity identity, UserAccount account) {
    if (issuers.link(issuer.issuer(), identity.subject(), account.id()) == Link.TAKEN) {
      throw new ConcurrencyConflict("the subject of a newcomer");
    }
    outbox.append(new IdentityLinked(issuer.id(), account.id(), market.instant()));
  }

  /** The issuer's roles are the person's, when it says any that count here. */
  private UserAccount withRoles(UserAccount account, Set<Role> roles) {
    if (roles.isEmpty() || roles.equals(account.roles())) {
      return account;
    }
    users.update(account.withRoles(roles));
    outbox.append(new RolesChanged(account.id(), account.roles(), roles, market.instant()));
    return users.find(account.id()).orElseThrow();
  }
}
