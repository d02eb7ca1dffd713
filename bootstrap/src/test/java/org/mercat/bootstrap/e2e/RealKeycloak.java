package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signs people of a real Keycloak in, one thing after the other, and prints what was seen; ends
 * with an exception as soon as something is not as it should be. {@code docs/outside-issuers.md}
 * says how to run it.
 */
public final class RealKeycloak {

  private static final String PASSWORD = "correct horse battery staple";

  private final KeycloakProcess keycloak;
  private final Market market;
  private final Api outside;

  private RealKeycloak(KeycloakProcess keycloak, String server) {
    this.keycloak = keycloak;
    this.market = new Market(server);
    this.outside = Api.of(keycloak.url());
  }

  public static void main(String[] arguments) throws IOException {
    var home = Path.of(System.getProperty("mercat.keycloak"));
    var settings = Map.of("MERCAT_OIDC_ISSUERS", "loopback");
    try (var keycloak = KeycloakProcess.start(home);
        var server = ServerProcess.launch("keycloak", settings)) {
      keycloak.awaitReady();
      server.awaitReady();
      new RealKeycloak(keycloak, server.url()).run();
    }
  }

  private void run() {
    var id = trust();
    peopleAreSignedIn();
    othersAreNot();
    keysAreRotated();
    var admin = market.admin();
    admin.send(admin.request("/admin/oidc-issuers/" + id).DELETE()).expect(204);
    exchange(idToken("ada")).expectProblem(401, "UNAUTHENTICATED");
    say("an issuer that is trusted no more signs nobody in");
  }

  private String trust() {
    var found = outside.get(keycloak.realm() + "/.well-known/openid-configuration").expect(200);
    var issuer =
        Market.issuer(found.json().path("issuer").asText(), found.json().path("jwks_uri").asText());
    var id = market.admin().post("/admin/oidc-issuers", issuer).expect(201).id();
    say("the realm is trusted by what its configuration says");
    return id;
  }

  private void peopleAreSignedIn() {
    var ada = me(exchange(idToken("ada")));
    assertThat(ada.path("email").asText()).isEqualTo("ada@example.org");
    assertThat(ada.path("roles")).extracting(JsonNode::asText).containsExactly("provider");
    assertThat(me(exchange(idToken("ada"))).path("id")).isEqualTo(ada.path("id"));
    say("a person gets an account at the first visit, with the role of the realm, and keeps it");
    var grace = me(exchange(idToken("grace")));
    assertThat(grace.path("roles")).extracting(JsonNode::asText).containsExactly("client");
    assertThat(grace.path("id")).isNotEqualTo(ada.path("id"));
    say("another person is another account");
  }

  private void othersAreNot() {
    exchange(idToken("mallory")).expectProblem(401, "UNAUTHENTICATED");
    say("a person whose address the realm has not verified is refused");
    exchange(tokens("ada").path("access_token").asText()).expectProblem(401, "UNAUTHENTICATED");
    say("an access token for somebody else is refused");
    var token = idToken("ada");
    var dot = token.lastIndexOf('.') + 1;
    exchange(token.substring(0, dot) + new StringBuilder(token.substring(dot)).reverse())
        .expectProblem(401, "UNAUTHENTICATED");
    say("a token with another signature is refused");
  }

  private void keysAreRotated() {
    var before = key(idToken("ada"));
    keycloak.rotate(outside);
    Market.await(() -> !key(idToken("ada")).equals(before));
    Market.await(() -> exchange(idToken("ada")).status() == 200);
    say("a token by a new key of the realm is good");
  }

  private String idToken(String person) {
    return tokens(person).path("id_token").asText();
  }

  private JsonNode tokens(String person) {
    var form =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            Market.AUDIENCE,
            "username",
            person,
            "password",
            PASSWORD,
            "scope",
            "openid");
    return post(outside, keycloak.realm() + "/protocol/openid-connect/token", form).json();
  }

  static Api.Answer post(Api api, String address, Map<String, String> form) {
    var text =
        form.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return api.send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(text)))
        .expect(200);
  }

  private Api.Answer exchange(String token) {
    return market.anybody().post("/auth/oidc", Map.of("token", token));
  }

  private JsonNode me(Api.Answer tokens) {
    var token = tokens.expect(200).json().path("accessToken").asText();
    return market.anybody().withToken(token).get("/auth/me").expect(200).json();
  }

  /** The header of a token, which names its key. */
  private static String key(String token) {
    return token.substring(0, token.indexOf('.'));
  }

  private static void say(String seen) {
    System.out.println("Keycloak: " + seen);
  }
}
