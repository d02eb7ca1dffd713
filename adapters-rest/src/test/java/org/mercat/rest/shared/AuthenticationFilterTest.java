package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.identity.port.InMemoryUserRights;
import org.mercat.application.identity.port.InMemoryUserSessions;
import org.mercat.application.identity.port.InMemoryUsers;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.SampleSessions;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.integration.AuthenticateKey;
import org.mercat.application.integration.port.InMemoryApiKeys;
import org.mercat.application.integration.port.InMemoryKeyOwners;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.Session;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKeySecret;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tenancy.TenantId;

class AuthenticationFilterTest {

  private static final String GOOD = "good";
  private static final TenantId TENANT = new TenantId(UUID.randomUUID());

  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryUserSessions sessions = new InMemoryUserSessions();
  private final InMemoryApiKeys keys = new InMemoryApiKeys();
  private final InMemoryKeyOwners owners = new InMemoryKeyOwners();
  private final AccessGrant grant = SampleGrants.grant(TENANT);
  private final AuthenticationFilter filter =
      new AuthenticationFilter(
          new AuthenticateCaller(
              (token, _) -> token.equals(GOOD) ? Optional.of(grant) : Optional.empty(),
              sessions,
              users,
              new InMemoryUserRights(users),
              (_, _) -> {},
              new InMemoryUnitOfWork(users, sessions),
              InstantSource.fixed(SampleGrants.FROM)),
          new AuthenticateKey(
              keys, owners, new InMemoryUnitOfWork(keys), InstantSource.fixed(SampleGrants.FROM)),
          new AccessRules());
  private final List<Optional<Principal>> callers = new ArrayList<>();
  private final List<TenantId> tenants = new ArrayList<>();
  private final List<Acting.Who> acting = new ArrayList<>();

  @Test
  void nobody_passes_without_a_token_where_one_is_needed() throws Exception {
    var exchange = ask("GET", "/bookings");

    assertThat(exchange.code()).isEqualTo("UNAUTHENTICATED");
    assertThat(exchange.response.getHeader("WWW-Authenticate")).startsWith("Bearer");
    assertThat(callers).isEmpty();
  }

  @Test
  void anybody_may_ask_what_is_public() throws Exception {
    assertThat(ask("GET", "/search").answer().status()).isEqualTo(200);
    assertThat(callers).containsExactly(Optional.empty());
  }

  @Test
  void a_token_that_is_not_good_is_refused_everywhere() throws Exception {
    for (var header : List.of("Bearer bad", "Bearer ", "Basic Z29vZA==", GOOD)) {
      var exchange = ask("GET", "/search", header);

      assertThat(exchange.answer().status()).isEqualTo(401);
    }
    assertThat(callers).isEmpty();
  }

  @Test
  void a_good_token_tells_who_calls() throws Exception {
    signIn();

    assertThat(ask("GET", "/bookings", "bearer " + GOOD).answer().status()).isEqualTo(200);
    assertThat(callers.getFirst().map(Principal::getName))
        .contains(grant.user().value().toString());
  }

  @Test
  void the_work_is_done_in_the_tenant_of_the_token() throws Exception {
    signIn();

    assertThat(ask("GET", "/bookings", "Bearer " + GOOD).answer().status()).isEqualTo(200);

    assertThat(tenants).containsExactly(TENANT);
  }

  @Test
  void a_program_comes_in_by_a_key_without_a_session() throws Exception {
    var secret = key();

    assertThat(ask("GET", "/bookings", "Bearer " + secret.text()).answer().status()).isEqualTo(200);
    assertThat(callers.getFirst())
        .containsInstanceOf(CallerPrincipal.class)
        .hasValueSatisfying(caller -> assertThat(((CallerPrincipal) caller).session()).isEmpty());
    assertThat(tenants).containsExactly(TENANT);
    assertThat(acting)
        .singleElement()
        .isInstanceOfSatisfying(
            Acting.Who.Program.class,
            program -> assertThat(program.caller().user()).isEqualTo(grant.user()));
    var wrong = keys.nextSecret(secret.prefix());
    assertThat(ask("GET", "/bookings", "Bearer " + wrong.text()).code())
        .isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void a_key_reaches_no_keys_sessions_and_passwords() throws Exception {
    var header = "Bearer " + key().text();

    for (var path : List.of("/auth/me", "/auth/logout", "/api-keys", "/users/me")) {
      assertThat(ask("POST", path, header).code()).isEqualTo("FORBIDDEN");
    }
    assertThat(callers).isEmpty();
  }

  private ApiKeySecret key() {
    var secret = keys.nextSecret();
    var scopes = Set.of(Permission.BOOKING_OWN);
    var terms = new ApiKey.Terms("A till", scopes, Optional.empty());
    var key = ApiKey.make(keys.nextId(), grant.user(), terms, secret, SampleGrants.FROM).key();
    Acting.of(TENANT).run(() -> keys.add(key));
    owners.may(grant.user(), scopes);
    return secret;
  }

  private void signIn() {
    var unitOfWork = new InMemoryUnitOfWork(users, sessions);
    var done =
        unitOfWork.run(
            () -> {
              var added = users.add(SampleUsers.client(grant.user()));
              sessions.add(session());
              return added;
            });
    assertThat(done).isNotNull();
  }

  private Session session() {
    return SampleSessions.opened(grant.session(), grant.user(), SampleGrants.FROM).session();
  }

  private Exchange ask(String method, String path) throws Exception {
    return new Exchange(method, path).through(filter, (request, _) -> note(request));
  }

  private Exchange ask(String method, String path, String header) throws Exception {
    return new Exchange(method, path)
        .header("Authorization", header)
        .through(filter, (request, _) -> note(request));
  }

  private void note(ServletRequest request) {
    tenants.add(Acting.now().tenant());
    acting.add(Acting.now().who());
    callers.add(Optional.ofNullable(((HttpServletRequest) request).getUserPrincipal()));
  }
}
