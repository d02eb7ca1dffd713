package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleIssuers.AUDIENCE;
import static org.mercat.application.identity.port.SampleIssuers.ISSUER;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.LogInOutside;
import org.mercat.application.identity.LogInOutside.Outcome.LoggedIn;
import org.mercat.application.identity.OpenSession;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.application.identity.port.InMemoryIdentityProvider;
import org.mercat.application.identity.port.InMemoryPasswordHasher;
import org.mercat.application.identity.port.InMemoryTokens;
import org.mercat.application.identity.port.OidcIssuers;
import org.mercat.application.identity.port.OidcIssuers.Addition;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.SampleIssuers;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.InMemorySealer;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.shared.Role;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.MyBatisEventOutbox;
import org.mercat.persistence.shared.TestDatabase;

/** Whoever comes from outside is let in by the database role that lets people in. */
class OutsideVisitorsTest {

  private final SettableClock clock = new SettableClock(SampleGrants.FROM);
  private final OidcIssuers issuers = new MyBatisOidcIssuers(TestDatabase.SESSIONS);
  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final UserSessions sessions = new MyBatisUserSessions(TestDatabase.SESSIONS);
  private final EventOutbox outbox = new MyBatisEventOutbox(TestDatabase.SESSIONS, new Reactions());
  private final InMemoryIdentityProvider provider = new InMemoryIdentityProvider();
  private final InMemoryTokens tokens = new InMemoryTokens();
  private final UnitOfWork unitOfWork =
      TestDatabase.as(DatabaseRole.AUTHENTICATOR, TestDatabase.newTenant());
  private final LogInOutside logInOutside =
      new LogInOutside(
          issuers,
          provider,
          users,
          new MyBatisSecondFactors(TestDatabase.SESSIONS, new InMemorySealer()),
          new OpenSession(sessions, tokens, outbox),
          new InMemoryPasswordHasher(),
          tokens,
          outbox,
          unitOfWork,
          clock,
          clock);

  @Test
  void a_visitor_gets_an_account_and_at_the_next_visit_other_roles() {
    var issuer = SampleIssuers.issuer(issuers.nextId());
    assertThat(unitOfWork.run(() -> issuers.add(issuer))).isEqualTo(Addition.ADDED);
    var email = EmailAddress.of("grace-" + UUID.randomUUID() + "@example.org");

    assertLoggedIn(email, "buyer");
    var first = account(email);
    assertLoggedIn(email, "seller");

    assertThat(first.roles()).containsExactly(Role.CLIENT);
    assertThat(account(email).id()).isEqualTo(first.id());
    assertThat(account(email).roles()).containsExactly(Role.PROVIDER);
  }

  @Test
  void another_tenant_does_not_take_the_word_of_the_issuer() {
    var issuer = SampleIssuers.issuer(issuers.nextId());
    assertThat(unitOfWork.run(() -> issuers.add(issuer))).isEqualTo(Addition.ADDED);

    var elsewhere = TestDatabase.as(DatabaseRole.AUTHENTICATOR, TestDatabase.newTenant());

    assertThat(elsewhere.run(() -> issuers.find(ISSUER))).isEmpty();
  }

  private void assertLoggedIn(EmailAddress email, String role) {
    var grace = new PersonName("Grace", "Hopper");
    var identity = new Identity("s-1", Optional.of(email), grace, Set.of(role));
    var token = provider.token(ISSUER, AUDIENCE, identity, SampleGrants.FROM.plusSeconds(60));
    assertThat(logInOutside.handle(new LogInOutside.Command(token, SessionOrigin.UNKNOWN)))
        .isInstanceOf(LoggedIn.class);
  }

  private UserAccount account(EmailAddress email) {
    return unitOfWork.run(() -> users.findByEmail(email)).orElseThrow();
  }
}
