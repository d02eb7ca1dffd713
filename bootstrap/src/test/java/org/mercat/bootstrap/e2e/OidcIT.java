package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.PersonName;
import org.mercat.rest.identity.OutsideIssuer;

/** People who are known to an issuer outside; it shows its keys on this machine. */
class OidcIT {

  private final Market market = Market.shared();
  private final OutsideIssuer outside = new OutsideIssuer();
  private final String email = "grace-" + UUID.randomUUID() + "@example.org";

  @AfterEach
  void close() {
    outside.close();
  }

  @Test
  void somebody_known_outside_is_the_same_person_at_each_visit_with_the_roles_of_there() {
    trust();

    var first = me(visit("seller"));
    var again = me(visit("buyer"));

    assertThat(first.path("email").asText()).isEqualTo(email);
    assertThat(first.path("roles")).extracting(JsonNode::asText).containsExactly("provider");
    assertThat(again.path("id")).isEqualTo(first.path("id"));
    assertThat(again.path("roles")).extracting(JsonNode::asText).containsExactly("client");
  }

  @Test
  void whoever_is_signed_in_ends_the_session_like_everybody() {
    trust();
    var grace = visit("buyer");

    grace.post("/auth/logout").expect(204);

    Market.await(() -> grace.get("/auth/me").status() == 401);
  }

  @Test
  void a_token_is_exchanged_once() {
    trust();
    var token = token("buyer");

    login(token).expect(200);
    login(token).expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void an_issuer_that_is_trusted_no_more_signs_nobody_in() {
    var id = trust();
    var _ = me(visit("buyer"));

    var admin = market.admin();
    admin.send(admin.request("/admin/oidc-issuers/" + id).DELETE()).expect(204);

    login(token("buyer")).expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void issuers_are_the_business_of_administrators() {
    var id = trust();

    assertThat(market.admin().get("/admin/oidc-issuers").expect(200).text()).contains(id);
    market.client().get("/admin/oidc-issuers").expectProblem(403, "FORBIDDEN");
    market.client().post("/admin/oidc-issuers", issuer()).expectProblem(403, "FORBIDDEN");
    market.anybody().get("/admin/oidc-issuers").expectProblem(401, "UNAUTHENTICATED");
  }

  @CanIgnoreReturnValue
  private String trust() {
    return market.admin().post("/admin/oidc-issuers", issuer()).expect(201).id();
  }

  private Map<String, Object> issuer() {
    return Market.issuer(outside.name(), outside.name() + "/keys");
  }

  private Api visit(String role) {
    var tokens = login(token(role)).expect(200).json();
    return market.anybody().withToken(tokens.path("accessToken").asText());
  }

  private Api.Answer login(String token) {
    return market.anybody().post("/auth/oidc", Map.of("token", token));
  }

  private String token(String role) {
    var name = new PersonName("Grace", "Hopper");
    var grace = new Identity("s-1", Optional.of(EmailAddress.of(email)), name, Set.of(role));
    return outside.token(Market.AUDIENCE, grace, Instant.now().plus(Duration.ofMinutes(1)));
  }

  private static JsonNode me(Api api) {
    return api.get("/auth/me").expect(200).json();
  }
}
