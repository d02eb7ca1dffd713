package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleGrants.FROM;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.identity.port.InMemorySigningKeys;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.domain.tenancy.TenantId;

/** The attacks of RFC 8725 and their relatives. What we issue passes; each of them does not. */
class TokenAttacksTest {

  private static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");

  /** What looks like a chain of certificates. */
  private static final List<com.nimbusds.jose.util.Base64> CHAIN =
      List.of(com.nimbusds.jose.util.Base64.encode("certificate"));

  private final SigningKeyRing keys = NimbusTokensTest.ring(new InMemorySigningKeys());
  private final NimbusTokenVerifier verifier = new NimbusTokenVerifier(keys);
  private final Map<String, Object> claims =
      new HashMap<>(Claims.of(SampleGrants.grant(), "a-token"));

  @Test
  void a_token_made_by_hand_like_ours_passes() throws JOSEException {
    assertThat(verifier.verify(signed(header().build(), ours()), FROM)).isPresent();
  }

  @Test
  void no_signature() throws JOSEException {
    var parts = signed(header().build(), ours()).split("\\.", -1);
    var none = new PlainObject(new PlainHeader.Builder().type(AT_JWT).build(), new Payload(claims));

    assertRefused(none.serialize());
    assertRefused(parts[0] + "." + parts[1] + ".");
    assertRefused(parts[0] + "." + parts[1]);
    assertRefused(
        base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "." + parts[2]);
  }

  @Test
  void an_empty_or_zero_signature() throws JOSEException {
    var parts = signed(header().build(), ours()).split("\\.", -1);
    var zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

    assertRefused(parts[0] + "." + parts[1] + "." + zeros);
    assertRefused(parts[0] + "." + parts[1] + ".AA");
    assertRefused(parts[0] + "." + parts[1] + ".");
    assertRefused("..");
    assertRefused("." + parts[1] + "." + parts[2]);
  }

  @Test
  void our_public_key_taken_for_a_shared_secret() throws JOSEException {
    var secret = keys.current(TenantId.DEFAULT).known().getEncoded();
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(AT_JWT).keyID(kid()).build();

    assertRefused(signed(header, new MACSigner(secret)));
  }

  @Test
  void another_algorithm_under_the_id_of_our_key() throws JOSEException {
    var rsa = new RSAKeyGenerator(2048).generate();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(AT_JWT).keyID(kid()).build();

    assertRefused(signed(header, new RSASSASigner(rsa)));
  }

  @Test
  void a_stranger_s_key_under_the_id_of_ours() throws JOSEException {
    assertRefused(signed(header().build(), new ECDSASigner(strangersKey())));
  }

  @Test
  void an_unknown_or_missing_key_id() throws JOSEException {
    assertRefused(signed(header().keyID(UUID.randomUUID().toString()).build(), ours()));
    assertRefused(signed(header().keyID("../../etc/passwd").build(), ours()));
    assertRefused(signed(header().keyID("' or '1'='1").build(), ours()));
    assertRefused(signed(header().keyID("").build(), ours()));
    assertRefused(signed(header().keyID(null).build(), ours()));
  }

  @Test
  void a_key_that_the_token_brings_along_or_points_to() throws JOSEException {
    var stranger = strangersKey();
    var signer = new ECDSASigner(stranger);

    assertRefused(signed(header().jwk(stranger.toPublicJWK()).build(), signer));
    assertRefused(signed(header().jwkURL(URI.create("http://localhost/keys")).build(), signer));
    assertRefused(signed(header().x509CertURL(URI.create("http://localhost/x")).build(), signer));
    assertRefused(signed(header().x509CertChain(CHAIN).build(), signer));
  }

  @Test
  void our_own_key_when_the_token_points_to_another() throws JOSEException {
    assertRefused(signed(header().jwk(strangersKey().toPublicJWK()).build(), ours()));
    assertRefused(signed(header().jwkURL(URI.create("http://localhost/keys")).build(), ours()));
    assertRefused(signed(header().x509CertURL(URI.create("http://localhost/x")).build(), ours()));
    assertRefused(signed(header().x509CertChain(CHAIN).build(), ours()));
  }

  @Test
  void the_key_of_another_tenant() throws JOSEException {
    var elsewhere = new TenantId(UUID.randomUUID());

    assertRefusedWith(changed -> changed.put("tid", elsewhere.value().toString()));
    var theirs = new NimbusTokenIssuer(NimbusTokensTest.ring(new InMemorySigningKeys()));
    assertRefused(theirs.accessToken(SampleGrants.grant()).text());
    assertRefused(theirs.accessToken(SampleGrants.grant(elsewhere)).text());
  }

  @Test
  void a_header_that_was_changed_after_signing() throws JOSEException {
    var parts = signed(header().build(), ours()).split("\\.", -1);
    var more = header().customParam("note", "x").build();

    assertRefused(more.toBase64URL() + "." + parts[1] + "." + parts[2]);
  }

  @Test
  void a_token_within_a_token() throws JOSEException {
    var inner = signed(header().build(), ours());
    var outer = new JWSObject(header().contentType("JWT").build(), new Payload(inner));
    outer.sign(ours());

    assertRefused(outer.serialize());
  }

  @Test
  void an_encrypted_token() throws JOSEException {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
            .type(AT_JWT)
            .keyID(kid())
            .build();
    var token = new JWEObject(header, new Payload(claims));
    token.encrypt(new ECDHEncrypter((ECPublicKey) keys.current(TenantId.DEFAULT).known()));

    assertRefused(token.serialize());
  }

  @Test
  void a_token_that_is_too_long() throws JOSEException {
    claims.put("padding", "x".repeat(5_000));

    assertRefused(signed(header().build(), ours()));
    assertRefused("x".repeat(1_000_000));
  }

  @Test
  void a_critical_header_that_nobody_understands() throws JOSEException {
    var header = header().criticalParams(Set.of("exp")).customParam("exp", 1).build();

    assertRefused(signed(header, ours()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "id+jwt", "application/jwt", "secevent+jwt"})
  void another_type(String type) throws JOSEException {
    assertRefused(signed(header().type(new JOSEObjectType(type)).build(), ours()));
  }

  @Test
  void no_type() throws JOSEException {
    assertRefused(signed(header().type(null).build(), ours()));
  }

  @Test
  void another_issuer_or_audience() throws JOSEException {
    assertRefusedWith(changed -> changed.put("iss", "https://elsewhere.example"));
    assertRefusedWith(changed -> changed.put("aud", "another-api"));
    assertRefusedWith(changed -> changed.put("aud", List.of("another-api")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "tid", "sub", "sid", "roles", "nbf", "exp"})
  void a_claim_that_is_missing_or_of_another_kind(String name) throws JOSEException {
    assertRefusedWith(changed -> changed.remove(name));
    assertRefusedWith(changed -> changed.put(name, Map.of("a", 1)));
    assertRefusedWith(changed -> changed.put(name, "nonsense"));
  }

  @Test
  void a_token_without_an_id() throws JOSEException {
    assertRefusedWith(changed -> changed.remove("jti"));
    assertRefusedWith(changed -> changed.put("jti", 7));
  }

  @Test
  void a_time_that_is_over_or_has_not_begun() throws JOSEException {
    assertRefusedWith(changed -> changed.put("exp", FROM.getEpochSecond()));
    assertRefusedWith(changed -> changed.put("nbf", FROM.plusSeconds(60).getEpochSecond()));
  }

  @Test
  void a_time_that_no_calendar_has() throws JOSEException {
    assertRefusedWith(changed -> changed.put("exp", Long.MAX_VALUE));
    assertRefusedWith(changed -> changed.put("nbf", Long.MIN_VALUE));
  }

  @Test
  void roles_that_do_not_exist() throws JOSEException {
    assertRefusedWith(changed -> changed.put("roles", List.of("ROOT")));
  }

  @Test
  void claims_that_were_changed_after_signing() throws JOSEException {
    var parts = signed(header().build(), ours()).split("\\.", -1);
    claims.put("roles", List.of("ADMIN"));
    var changed = signed(header().build(), ours()).split("\\.", -1);

    assertRefused(parts[0] + "." + changed[1] + "." + parts[2]);
  }

  @Test
  void claims_that_are_no_object() throws JOSEException {
    var text = new JWSObject(header().build(), new Payload("[1]"));
    text.sign(ours());

    assertRefused(text.serialize());
  }

  private void assertRefusedWith(Consumer<Map<String, Object>> change) throws JOSEException {
    var kept = Map.copyOf(claims);
    change.accept(claims);
    assertRefused(signed(header().build(), ours()));
    claims.clear();
    claims.putAll(kept);
  }

  private void assertRefused(String token) {
    assertThat(verifier.verify(token, FROM)).isEmpty();
  }

  private JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).type(AT_JWT).keyID(kid());
  }

  private String kid() {
    return keys.current(TenantId.DEFAULT).id();
  }

  private JWSSigner ours() throws JOSEException {
    return new ECDSASigner((ECPrivateKey) keys.current(TenantId.DEFAULT).secret());
  }

  private String signed(JWSHeader header, JWSSigner signer) throws JOSEException {
    var token = new JWSObject(header, new Payload(claims));
    token.sign(signer);
    return token.serialize();
  }

  private static ECKey strangersKey() throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).generate();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
