package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleIssuers.AUDIENCE;
import static org.mercat.application.identity.port.SampleIssuers.ISSUER;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.DropIssuer;
import org.mercat.application.identity.LogInOutside;
import org.mercat.application.identity.Newcomers;
import org.mercat.application.identity.TrustIssuer;
import org.mercat.application.identity.TrustedIssuers;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.application.identity.port.InMemoryIdentityProvider;
import org.mercat.application.identity.port.InMemoryOidcIssuers;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.Requests;
import org.mercat.rest.shared.SignedIn;

/** One test per outcome, against the real use cases. */
class OidcResourcesTest {

  private static final String REALM =
      """
      {'issuer': 'https://id.example.org/realms/market', 'audience': 'mercat-web',
       'jwksUrl': 'https://id.example.org/keys', 'algorithms': ['RS256'],
       'rolesClaim': 'realm_access.roles', 'roles': [{'name': 'seller', 'role': 'provider'}],
       'admitsStrangers': true}
      """;

  private final Newcomers newcomers = new Newcomers();
  private final AccessRules access = new AccessRules();
  private final InMemoryOidcIssuers issuers = new InMemoryOidcIssuers();
  private final InMemoryIdentityProvider provider = new InMemoryIdentityProvider();
  private final UnitOfWork unitOfWork =
      new InMemoryUnitOfWork(newcomers.users, newcomers.sessions, newcomers.outbox, issuers);
  private final OidcIssuersResource admin =
      new OidcIssuersResource(
          new TrustedIssuers(access, issuers, unitOfWork),
          new TrustIssuer(access, issuers, newcomers.outbox, unitOfWork, newcomers.clock),
          new DropIssuer(access, issuers, newcomers.outbox, unitOfWork, newcomers.clock),
          new OutsideAddresses(false));
  private final OidcResource oidc =
      new OidcResource(
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
              newcomers.clock));
  private final SignedIn administrator = SignedIn.as(Role.ADMIN);

  @Test
  void an_issuer_is_trusted_with_201_listed_and_dropped_with_204() {
    var created = admin.trust(json(REALM), plain(), administrator);

    assertThat(created.getStatus()).isEqualTo(201);
    var listed = body(admin.list(plain(), administrator).getEntity()).path("items");
    assertThat(listed).containsExactly(body(created.getEntity()));
    assertThat(listed.path(0).path("issuer").asText()).isEqualTo(ISSUER);
    assertThat(listed.path(0).path("roles").path(0).path("role").asText()).isEqualTo("provider");
    var id = UUID.fromString(listed.path(0).path("id").asText());
    assertThat(admin.drop(id, plain(), administrator).getStatus()).isEqualTo(204);
    assertThat(problem(admin.drop(id, plain(), administrator))).isEqualTo("NOT_FOUND");
    assertThat(body(admin.list(plain(), administrator).getEntity()).path("items")).isEmpty();
  }

  @Test
  void an_issuer_is_trusted_once() {
    assertThat(admin.trust(json(REALM), plain(), administrator).getStatus()).isEqualTo(201);

    assertThat(problem(admin.trust(json(REALM), plain(), administrator))).isEqualTo("WRONG_STATE");
  }

  @Test
  void only_administrators_trust_and_only_the_highest_let_others_make_administrators() {
    var client = SignedIn.as(Role.CLIENT);
    var makesAdmins = json(REALM.replace("'provider'", "'admin'"));

    assertThat(problem(admin.trust(json(REALM), plain(), client))).isEqualTo("FORBIDDEN");
    assertThat(problem(admin.list(plain(), client))).isEqualTo("FORBIDDEN");
    assertThat(problem(admin.drop(UUID.randomUUID(), plain(), client))).isEqualTo("FORBIDDEN");
    assertThat(problem(admin.trust(makesAdmins, plain(), administrator))).isEqualTo("FORBIDDEN");
    assertThat(
            admin
                .trust(makesAdmins, plain(), SignedIn.as(Role.ADMIN, Role.SUPER_ADMIN))
                .getStatus())
        .isEqualTo(201);
  }

  @Test
  void everything_that_is_wrong_with_an_issuer_is_told_at_once() {
    var answer =
        admin.trust(
            json(
                """
                {'issuer': 'ftp://x', 'audience': '', 'jwksUrl': 'nonsense', 'algorithms': ['HS256'],
                 'rolesClaim': 7, 'roles': [{'name': 'a,b', 'role': 'super_admin'}],
                 'admitsStrangers': 'yes', 'id': 1}
                """),
            plain(),
            administrator);

    assertThat(problem(answer))
        .contains(
            "/issuer MALFORMED",
            "/audience OUT_OF_RANGE",
            "/jwksUrl MALFORMED",
            "/algorithms",
            "/rolesClaim MALFORMED",
            "/roles/0/name MALFORMED",
            "/roles/0/role OUT_OF_RANGE",
            "/admitsStrangers MALFORMED",
            "/id UNKNOWN_MEMBER");
  }

  @Test
  void an_issuer_is_on_the_public_internet_and_called_by_an_address_without_a_query() {
    var inside = REALM.replace("https://id.example.org/keys", "https://10.0.0.1/keys");
    var open = REALM.replace("https://id.example.org/keys", "http://localhost/keys");
    var asked = REALM.replace("realms/market", "realms?name=market");

    assertThat(problem(admin.trust(json(inside), plain(), administrator)))
        .isEqualTo("UNACCEPTABLE_REQUEST /jwksUrl MALFORMED");
    assertThat(problem(admin.trust(json(open), plain(), administrator)))
        .isEqualTo("UNACCEPTABLE_REQUEST /jwksUrl MALFORMED");
    assertThat(problem(admin.trust(json(asked), plain(), administrator)))
        .isEqualTo("UNACCEPTABLE_REQUEST /issuer MALFORMED");
  }

  @Test
  void a_role_that_is_named_twice_is_refused() {
    var twice = REALM.replace("[{'name'", "[{'name': 'seller', 'role': 'client'}, {'name'");

    assertThat(problem(admin.trust(json(twice), plain(), administrator)))
        .isEqualTo("UNACCEPTABLE_REQUEST /roles OUT_OF_RANGE");
  }

  @Test
  void a_token_of_a_trusted_issuer_is_200_with_tokens_of_ours() {
    assertThat(admin.trust(json(REALM), plain(), administrator).getStatus()).isEqualTo(201);

    var answer = login(token());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(((TokensView) answer.getEntity()).refreshToken()).isNotBlank();
  }

  @Test
  void a_token_that_signs_nobody_in_is_401() {
    assertThat(problem(login(token()))).isEqualTo("UNAUTHENTICATED");
    assertThat(problem(login("nonsense"))).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void a_token_that_comes_again_is_401() {
    assertThat(admin.trust(json(REALM), plain(), administrator).getStatus()).isEqualTo(201);
    var token = token();
    assertThat(login(token).getStatus()).isEqualTo(200);

    assertThat(problem(login(token))).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void a_token_that_cannot_be_read_is_422() {
    var answer =
        oidc.login(json("{'token': 7}"), plain(), Requests.from("Laptop/1.0", "192.0.2.1"));

    assertThat(problem(answer)).isEqualTo("UNACCEPTABLE_REQUEST /token MALFORMED");
  }

  private Response login(String token) {
    var body = json("{'token': '" + token + "'}");
    return oidc.login(body, plain(), Requests.from("Laptop/1.0", "192.0.2.1"));
  }

  private String token() {
    var grace =
        new Identity(
            "s-1",
            Optional.of(EmailAddress.of("grace@example.org")),
            new PersonName("Grace", "Hopper"),
            Set.of("seller"));
    return provider.token(ISSUER, AUDIENCE, grace, newcomers.clock.instant().plusSeconds(60));
  }
}
