package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleIssuers.AUDIENCE;
import static org.mercat.application.identity.port.SampleIssuers.ISSUER;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.LogInOutside.Command;
import org.mercat.application.identity.LogInOutside.Outcome;
import org.mercat.application.identity.LogInOutside.Outcome.LoggedIn;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.application.identity.port.InMemoryIdentityProvider;
import org.mercat.application.identity.port.InMemoryOidcIssuers;
import org.mercat.application.identity.port.OidcIssuers.Addition;
import org.mercat.application.identity.port.SampleIssuers;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.OidcEvent.IdentityLinked;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.TotpSecret;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

class LogInOutsideTest {

  private final Newcomers newcomers = new Newcomers();
  private final InMemoryOidcIssuers issuers = new InMemoryOidcIssuers();
  private final InMemoryIdentityProvider provider = new InMemoryIdentityProvider();
  private final UnitOfWork unitOfWork =
      new InMemoryUnitOfWork(newcomers.users, newcomers.sessions, newcomers.outbox, issuers);
  private final LogInOutside logInOutside =
      new LogInOutside(
          issuers,
          provider,
          newcomers.users,
          newcomers.factors,
          newcomers.openSession,
          newcomers.hasher,
          newcomers.tokens,
          newcomers.outbox,
          unitOfWork,
          newcomers.clock,
          newcomers.clock);

  @Test
  void a_stranger_gets_an_account_and_stays_the_same_person() {
    trust(true);
    var stranger = identity("s-1", Optional.of("grace@example.org"));

    var first = loggedIn(stranger);
    var again = loggedIn(identity("s-1", Optional.empty()));

    assertThat(again).isEqualTo(first);
    assertThat(account(first).status()).isEqualTo(Status.ACTIVE);
    assertThat(account(first).email()).isEqualTo(EmailAddress.of("grace@example.org"));
    assertThat(account(first).roles()).containsExactly(Role.CLIENT);
    assertThat(newcomers.outbox.events()).filteredOn(IdentityLinked.class::isInstance).hasSize(1);
  }

  @Test
  void a_stranger_stays_out_where_the_issuer_may_bring_none() {
    trust(false);

    assertRefused(identity("s-1", Optional.of("grace@example.org")));
  }

  @Test
  void a_stranger_whose_address_nobody_has_verified_stays_out() {
    trust(true);

    assertRefused(identity("s-1", Optional.empty()));
  }

  @Test
  void a_person_is_found_by_an_address_that_both_have_verified() {
    trust(false);
    var ada = newcomers.ada();
    newcomers.put(ada, Status.ACTIVE);

    assertThat(loggedIn(identity("s-1", Optional.of(Newcomers.ADA.value())))).isEqualTo(ada);
  }

  @Test
  void an_account_whose_address_was_never_verified_here_is_given_to_nobody() {
    trust(true);
    var _ = newcomers.ada();

    assertRefused(identity("s-1", Optional.of(Newcomers.ADA.value())));
  }

  @Test
  void an_administrator_is_never_found_by_address() {
    trust(true);
    var admin = EmailAddress.of("admin@example.org");
    assertThat(
            newcomers.ensureFirstAdmin.handle(
                new EnsureFirstAdmin.Command(admin, Newcomers.PASSWORD)))
        .isEqualTo(EnsureFirstAdmin.Outcome.CREATED);

    assertRefused(identity("s-1", Optional.of(admin.value())));
  }

  @Test
  void whoever_has_a_second_factor_is_not_signed_in_from_outside() {
    trust(true);
    var user = loggedIn(identity("s-1", Optional.of("grace@example.org")));
    var now = newcomers.clock.instant();
    newcomers.factors.put(SecondFactor.begin(user, TotpSecret.of("a"), now));
    assertThat(loggedIn(identity("s-1", Optional.empty()))).isEqualTo(user);

    newcomers.factors.activate(user, now);

    assertRefused(identity("s-1", Optional.empty()));
    assertRefused(identity("s-2", Optional.of("grace@example.org")));
  }

  @Test
  void a_token_is_exchanged_once() {
    trust(true);
    var token = token(identity("s-1", Optional.of("grace@example.org")));

    assertThat(handle(token)).isInstanceOf(LoggedIn.class);
    assertThat(handle(token)).isEqualTo(new Outcome.Refused());
  }

  @Test
  void somebody_who_may_not_sign_in_here_may_not_from_outside() {
    trust(true);
    var user = loggedIn(identity("s-1", Optional.of("grace@example.org")));
    newcomers.put(user, Status.SUSPENDED);

    assertRefused(identity("s-1", Optional.empty()));
  }

  @Test
  void the_roles_there_become_those_that_they_are_here() {
    trust(true);
    var user = loggedIn(identity("s-1", Optional.of("grace@example.org"), "buyer", "seller"));
    assertThat(account(user).roles()).containsExactlyInAnyOrder(Role.CLIENT, Role.PROVIDER);

    assertThat(loggedIn(identity("s-1", Optional.empty(), "seller", "unheard"))).isEqualTo(user);
    assertThat(account(user).roles()).containsExactly(Role.PROVIDER);
    assertThat(loggedIn(identity("s-1", Optional.empty(), "unheard"))).isEqualTo(user);
    assertThat(account(user).roles()).containsExactly(Role.PROVIDER);
  }

  @Test
  void whoever_has_become_an_administrator_is_signed_in_by_those_only_who_can_make_one() {
    var plain = trust(true);
    var user = loggedIn(identity("s-1", Optional.of("grace@example.org")));
    become(user, Role.ADMIN);

    assertRefused(identity("s-1", Optional.empty()));
    retrust(plain, Map.of("chief", Role.ADMIN));
    assertThat(loggedIn(identity("s-1", Optional.empty()))).isEqualTo(user);
    become(user, Role.SUPER_ADMIN);
    assertRefused(identity("s-1", Optional.empty()));
  }

  @Test
  void an_issuer_that_nobody_trusts_signs_nobody_in() {
    assertRefused(identity("s-1", Optional.of("grace@example.org")));
    assertThat(handle("nonsense")).isEqualTo(new Outcome.Refused());
  }

  @CanIgnoreReturnValue
  private OidcIssuer trust(boolean admitsStrangers) {
    var issuer =
        SampleIssuers.issuer(issuers.nextId(), ISSUER, URI.create(ISSUER), admitsStrangers);
    assertThat(unitOfWork.run(() -> issuers.add(issuer))).isEqualTo(Addition.ADDED);
    return issuer;
  }

  /** The same issuer with other roles. */
  private void retrust(OidcIssuer issuer, Map<String, Role> roles) {
    var other =
        new OidcIssuer(
            issuers.nextId(),
            issuer.issuer(),
            issuer.audience(),
            issuer.keys(),
            issuer.algorithms(),
            issuer.rolesClaim(),
            roles,
            issuer.admitsStrangers());
    assertThat(unitOfWork.run(() -> issuers.remove(issuer.id()))).isTrue();
    assertThat(unitOfWork.run(() -> issuers.add(other))).isEqualTo(Addition.ADDED);
  }

  private void become(UserId user, Role role) {
    var changed =
        unitOfWork.run(
            () -> {
              var next = newcomers.users.find(user).orElseThrow().withRoles(Set.of(role));
              newcomers.users.update(next);
              return next;
            });
    assertThat(changed.roles()).containsExactly(role);
  }

  private static Identity identity(String subject, Optional<String> email, String... roles) {
    var name = new PersonName("Grace", "Hopper");
    return new Identity(subject, email.map(EmailAddress::of), name, Set.of(roles));
  }

  private String token(Identity identity) {
    var until = newcomers.clock.instant().plus(Duration.ofMinutes(1));
    return provider.token(ISSUER, AUDIENCE, identity, until);
  }

  private Outcome handle(String token) {
    return logInOutside.handle(new Command(token, SessionOrigin.UNKNOWN));
  }

  private UserId loggedIn(Identity identity) {
    var outcome = handle(token(identity));
    assertThat(outcome).isInstanceOf(LoggedIn.class);
    var token = ((LoggedIn) outcome).accessToken().text();
    var found = newcomers.authenticateCaller.handle(new AuthenticateCaller.Command(token));
    return ((AuthenticateCaller.Outcome.Authenticated) found).caller().user();
  }

  private void assertRefused(Identity identity) {
    assertThat(handle(token(identity))).isEqualTo(new Outcome.Refused());
  }

  private UserAccount account(UserId user) {
    return unitOfWork.run(() -> newcomers.users.find(user)).orElseThrow();
  }
}
