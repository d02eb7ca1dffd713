package org.mercat.rest.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.DefaultJOSEProcessor;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.identity.port.IdentityProvider;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.rest.shared.Digest;

/**
 * Reads the ID tokens and access tokens of issuers outside (OpenID Connect Core 1.0, 3.1.3.7): keys
 * from where the tenant has said that the issuer shows them and nowhere else, and only what the
 * tenant lets them sign with.
 */
public final class NimbusIdentityProvider implements IdentityProvider {

  /** Tokens with many roles are long; what does not fit into a header is no token. */
  private static final int LONGEST = 8_192;

  private final OutsideKeys keys;

  public NimbusIdentityProvider(OutsideKeys keys) {
    this.keys = keys;
  }

  @Override
  public Optional<String> issuer(String token) {
    return parsed(token)
        .flatMap(object -> Optional.ofNullable(object.getPayload().toJSONObject()))
        .flatMap(OutsideClaims::issuer);
  }

  @Override
  public Optional<Vouched> verify(OidcIssuer issuer, String token, Instant now) {
    return parsed(token)
        .flatMap(
            object ->
                claims(issuer, object, now)
                    .flatMap(claims -> OutsideClaims.read(issuer, claims, digest(object), now)));
  }

  private Optional<Map<String, Object>> claims(OidcIssuer issuer, JWSObject token, Instant now) {
    var processor = new DefaultJOSEProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    var algorithms =
        issuer.algorithms().stream()
            .map(algorithm -> JWSAlgorithm.parse(algorithm.name()))
            .collect(toUnmodifiableSet());
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(algorithms, keys.at(issuer.keys(), now)));
    try {
      return Optional.ofNullable(processor.process(token, null).toJSONObject());
    } catch (KeySourceException unreachable) {
      throw new PortUnavailable("an issuer outside does not show its keys", unreachable);
    } catch (BadJOSEException | JOSEException _) {
      return Optional.empty();
    }
  }

  /** Of what is signed and not of the signature, which may be written in more than one way. */
  private static String digest(JWSObject token) {
    return Digest.of(new String(token.getSigningInput(), StandardCharsets.US_ASCII));
  }

  private static Optional<JWSObject> parsed(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(JWSObject.parse(token));
    } catch (ParseException _) {
      return Optional.empty();
    }
  }
}
