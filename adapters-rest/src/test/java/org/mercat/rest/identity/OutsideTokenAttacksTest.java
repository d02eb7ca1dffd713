package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.IdentityProviderContract.ADA;
import static org.mercat.application.identity.port.IdentityProviderContract.UNTIL;
import static org.mercat.application.identity.port.SampleGrants.FROM;
import static org.mercat.application.identity.port.SampleIssuers.AUDIENCE;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.IdentityProvider;
import org.mercat.application.identity.port.IdentityProvider.Vouched;
import org.mercat.domain.identity.OidcIssuer;

/** The attacks of RFC 8725 on tokens from outside. What the issuer makes passes; these do not. */
class OutsideTokenAttacksTest {

  private final OutsideIssuer outside = new OutsideIssuer();
  private final OutsideIssuer stranger = new OutsideIssuer();
  private final OidcIssuer trusted = outside.trusted();
  private final Map<String, Object> claims = outside.claims(AUDIENCE, ADA, UNTIL);
  private final IdentityProvider provider =
      new NimbusIdentityProvider(new OutsideKeys(new OutsideAddresses(true)));

  @AfterEach
  void close() {
    outside.close();
    stranger.close();
  }

  @Test
  void a_token_of_the_issuer_passes() {
    assertThat(provider.verify(trusted, outside.signed(claims), FROM).map(Vouched::identity))
        .contains(ADA);
  }

  @Test
  void no_signature() {
    var parts = outside.signed(claims).split("\\.", -1);
    var none = new PlainObject(new PlainHeader.Builder().build(), new Payload(claims));

    assertRefused(none.serialize());
    assertRefused(parts[0] + "." + parts[1] + ".");
    assertRefused(parts[0] + "." + parts[1]);
    assertRefused(base64("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
    assertRefused("..");
  }

  @Test
  void a_public_key_taken_for_a_shared_secret() throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(outside.key().getKeyID()).build();
    for (var secret :
        Set.of(
            outside.key().toRSAPublicKey().getEncoded(),
            outside.shown().getBytes(StandardCharsets.UTF_8))) {
      var token = new JWSObject(header, new Payload(claims));
      token.sign(new MACSigner(secret));
      assertRefused(token.serialize());
    }
  }

  @Test
  void other_claims_or_another_signature() {
    var parts = outside.signed(claims).split("\\.", -1);
    var changed = parts[1].substring(0, parts[1].length() - 4) + "AAAA";

    assertRefused(parts[0] + "." + changed + "." + parts[2]);
    assertRefused(parts[0] + "." + parts[1] + "." + base64("\0".repeat(256)));
  }

  @Test
  void a_stranger_s_key_under_the_id_of_the_issuer_s() {
    assertRefused(stranger.signed(claims, header().build()));
  }

  @Test
  void a_key_that_the_token_brings_along_or_points_to() {
    var theirs = URI.create(stranger.name() + "/keys");
    var key = stranger.key().getKeyID();

    assertRefused(
        stranger.signed(claims, header().keyID(key).jwk(stranger.key().toPublicJWK()).build()));
    assertRefused(stranger.signed(claims, header().keyID(key).jwkURL(theirs).build()));
    assertRefused(stranger.signed(claims, header().keyID(key).x509CertURL(theirs).build()));
    assertThat(stranger.fetched()).isZero();
  }

  @Test
  void a_token_of_another_kind_or_with_what_we_do_not_know() {
    assertRefused(outside.signed(claims, header().type(new JOSEObjectType("logout+jwt")).build()));
    assertRefused(
        outside.signed(
            claims, header().criticalParams(Set.of("later")).customParam("later", 1).build()));
  }

  @Test
  void a_token_in_a_cipher() throws JOSEException {
    var header = new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM);
    var token = new JWEObject(header, new Payload(outside.signed(claims)));
    token.encrypt(new RSAEncrypter(outside.key()));

    assertRefused(token.serialize());
  }

  @Test
  void a_token_that_is_too_long() {
    claims.put("padding", "x".repeat(8_192));

    assertRefused(outside.signed(claims));
  }

  private JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256)
        .type(JOSEObjectType.JWT)
        .keyID(outside.key().getKeyID());
  }

  private void assertRefused(String token) {
    assertThat(provider.verify(trusted, token, FROM)).isEmpty();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
