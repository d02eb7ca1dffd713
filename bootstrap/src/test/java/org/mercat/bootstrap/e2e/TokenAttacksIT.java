package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The attacks of RFC 8725 that need no key of ours, against a real server: all are 401. */
class TokenAttacksIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Market market = Market.shared();
  private final KeyPair stranger = keyPair();

  @TestFactory
  Stream<DynamicTest> every_forged_token_is_refused() {
    var genuine = genuine();
    var _ = send(genuine).expect(200);
    return attacks(genuine).entrySet().stream()
        .map(
            attack ->
                DynamicTest.dynamicTest(
                    attack.getKey(),
                    () -> send(attack.getValue()).expectProblem(401, "UNAUTHENTICATED")));
  }

  private Map<String, String> attacks(String genuine) {
    var parts = genuine.split("\\.", -1);
    var attacks = new LinkedHashMap<String, String>();
    attacks.put(
        "no algorithm", header(parts, head -> head.put("alg", "none")) + "." + parts[1] + ".");
    attacks.put("no signature", parts[0] + "." + parts[1] + ".");
    attacks.put("two parts", parts[0] + "." + parts[1]);
    attacks.put("two dots", "..");
    attacks.put("zeros for a signature", parts[0] + "." + parts[1] + "." + base64(new byte[64]));
    attacks.put("another payload", parts[0] + "." + promoted(parts) + "." + parts[2]);
    attacks.put(
        "another header",
        header(parts, head -> head.put("a", 1)) + "." + parts[1] + "." + parts[2]);
    attacks.put("our public key as a secret", hmac(parts));
    attacks.put("a stranger's key", forged(parts, _ -> {}));
    attacks.put("a stranger's key under no id", forged(parts, head -> head.remove("kid")));
    attacks.put(
        "an unknown key", forged(parts, head -> head.put("kid", UUID.randomUUID().toString())));
    attacks.put("a path as key", forged(parts, head -> head.put("kid", "../../../dev/null")));
    attacks.put("SQL as key", forged(parts, head -> head.put("kid", "' or '1'='1")));
    attacks.put(
        "keys elsewhere", forged(parts, head -> head.put("jku", market.anybody().server())));
    attacks.put(
        "a certificate elsewhere", forged(parts, head -> head.put("x5u", "https://localhost/x")));
    attacks.put("a key in the token", forged(parts, head -> head.set("jwk", shown())));
    attacks.put("critical", forged(parts, head -> head.putArray("crit").add("exp")));
    attacks.put("another type", forged(parts, head -> head.put("typ", "JWT")));
    attacks.put("a token within a token", parts[0] + "." + base64(genuine) + "." + parts[2]);
    attacks.put("much too long", genuine + "A".repeat(5_000));
    return attacks;
  }

  private String genuine() {
    var email = "mallory-" + UUID.randomUUID() + "@example.org";
    var body =
        Map.of(
            "email", email,
            "password", Market.PASSWORD,
            "firstName", "Mallory",
            "lastName", "Malone",
            "role", "client");
    var _ = market.anybody().post("/auth/register", body).expect(201);
    var login = Map.of("email", email, "password", Market.PASSWORD);
    return market
        .anybody()
        .post("/auth/login", login)
        .expect(200)
        .json()
        .path("accessToken")
        .asText();
  }

  private Api.Answer send(String token) {
    var request =
        market.anybody().request("/auth/me").header("Authorization", "Bearer " + token).GET();
    return market.anybody().send(request);
  }

  private static String header(String[] parts, Consumer<ObjectNode> change) {
    var head = (ObjectNode) json(parts[0]);
    change.accept(head);
    return base64(head.toString());
  }

  private static String promoted(String[] parts) {
    var claims = (ObjectNode) json(parts[1]);
    claims.putArray("roles").add("SUPER_ADMIN");
    return base64(claims.toString());
  }

  private String forged(String[] parts, Consumer<ObjectNode> change) {
    var signed = header(parts, change) + "." + parts[1];
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(stranger.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String hmac(String[] parts) {
    var signed = header(parts, head -> head.put("alg", "HS256")) + "." + parts[1];
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(shown().toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A key of the server as it shows it to everybody. */
  private JsonNode shown() {
    var keys = market.anybody().get(market.anybody().server() + "/.well-known/jwks.json");
    assertThat(keys.expect(200).headers().firstValue("Cache-Control"))
        .contains("public, max-age=3600");
    return keys.json().path("keys").path(0);
  }

  private static JsonNode json(String base64) {
    try {
      return JSON.readTree(
          new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static KeyPair keyPair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has P-256", impossible);
    }
  }
}
