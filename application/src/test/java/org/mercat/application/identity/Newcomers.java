package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.mercat.application.identity.port.InMemoryPasswordHasher;
import org.mercat.application.identity.port.InMemoryTokens;
import org.mercat.application.identity.port.InMemoryUserRights;
import org.mercat.application.identity.port.InMemoryUserSessions;
import org.mercat.application.identity.port.InMemoryUsers;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/** The whole of identity in memory: the use cases over the same stores and one clock. */
public final class Newcomers {

  public static final EmailAddress ADA = EmailAddress.of("ada@example.org");
  public static final Password PASSWORD = Password.chosen("analytical engine");
  public static final SessionOrigin LAPTOP =
      new SessionOrigin(Optional.of("Laptop/1.0"), Optional.of("192.0.2.1"));

  public final InMemoryUsers users = new InMemoryUsers();
  public final InMemoryUserRights rights = new InMemoryUserRights(users);
  public final InMemoryUserSessions sessions = new InMemoryUserSessions();
  public final InMemoryTokens tokens = new InMemoryTokens();
  public final InMemoryPasswordHasher hasher = new InMemoryPasswordHasher();
  public final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  public final SettableClock clock = new SettableClock(SampleGrants.FROM);
  public final UnitOfWork unitOfWork = new InMemoryUnitOfWork(users, rights, sessions, outbox);

  public final RegisterUser registerUser =
      new RegisterUser(users, hasher, outbox, unitOfWork, clock);
  public final EnsureFirstAdmin ensureFirstAdmin =
      new EnsureFirstAdmin(users, hasher, outbox, unitOfWork, clock);
  public final OpenSession openSession = new OpenSession(sessions, tokens, outbox);
  public final EndSessions endSessions = new EndSessions(sessions, outbox);
  public final LogIn logIn = new LogIn(users, openSession, hasher, tokens, unitOfWork, clock);
  public final AuthenticateCaller authenticateCaller =
      new AuthenticateCaller(tokens, sessions, users, rights, unitOfWork, clock);
  public final LogOut logOut = new LogOut(sessions, authenticateCaller, outbox, unitOfWork, clock);
  public final RefreshSession refreshSession =
      new RefreshSession(sessions, users, tokens, outbox, unitOfWork, clock);
  public final WhoAmI whoAmI = new WhoAmI(users, unitOfWork);

  /** Registers Ada. */
  public UserId ada() {
    var outcome =
        registerUser.handle(
            new RegisterUser.Command(
                ADA, PASSWORD, new PersonName("Ada", "Lovelace"), Role.CLIENT));
    assertThat(outcome).isInstanceOf(RegisterUser.Outcome.Registered.class);
    return ((RegisterUser.Outcome.Registered) outcome).user();
  }

  /** Signs Ada in. */
  public LogIn.Outcome.LoggedIn adaSignedIn() {
    var outcome = logIn.handle(new LogIn.Command(ADA, PASSWORD, LAPTOP));
    assertThat(outcome).isInstanceOf(LogIn.Outcome.LoggedIn.class);
    return (LogIn.Outcome.LoggedIn) outcome;
  }

  public AuthenticateCaller.Outcome authenticate(LogIn.Outcome.LoggedIn signedIn) {
    return authenticateCaller.handle(new AuthenticateCaller.Command(signedIn.accessToken().text()));
  }

  /** Changes the status of an account, as its owner or an administrator does. */
  public void put(UserId user, Status status) {
    var changed =
        unitOfWork.run(
            () -> {
              var account = users.find(user).orElseThrow();
              var like = SampleUsers.account(user, account.email(), account.roles(), status);
              var next =
                  new UserAccount(
                      user,
                      account.email(),
                      like.emailVerifiedAt(),
                      account.password(),
                      account.roles(),
                      account.profile(),
                      like.standing(),
                      account.registeredAt(),
                      account.version());
              users.update(next);
              return next;
            });
    assertThat(changed.status()).isEqualTo(status);
  }
}
