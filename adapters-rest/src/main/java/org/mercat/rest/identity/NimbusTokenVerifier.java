package org.mercat.rest.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.DefaultJOSEProcessor;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.Key;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.identity.port.SigningKeys.SigningKey;
import org.mercat.application.identity.port.TokenVerifier;
import org.mercat.domain.identity.AccessGrant;

/**
 * Reads JWTs as RFC 8725 asks: one algorithm, one type, keys by their id from our own ring only,
 * and every claim in its place. Whatever a header says about where to find keys is not read.
 */
public final class NimbusTokenVerifier implements TokenVerifier {

  private final SigningKeyRing keys;
  private final DefaultJOSEProcessor<SecurityContext> processor = new DefaultJOSEProcessor<>();

  public NimbusTokenVerifier(SigningKeyRing keys) {
    this.keys = keys;
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(Claims.TYPE));
    processor.setJWSKeySelector((header, _) -> candidates(header));
  }

  @Override
  public Optional<AccessGrant> verify(String token, Instant now) {
    try {
      return Optional.ofNullable(processor.process(token, null).toJSONObject())
          .flatMap(Claims::read)
          .filter(grant -> grant.holdsAt(now));
    } catch (ParseException | BadJOSEException | JOSEException _) {
      return Optional.empty();
    }
  }

  private List<? extends Key> candidates(JWSHeader header) {
    return Optional.ofNullable(header.getKeyID())
        .filter(_ -> Claims.ALGORITHM.equals(header.getAlgorithm()))
        .flatMap(keys::find)
        .map(SigningKey::known)
        .map(List::of)
        .orElseGet(List::of);
  }
}
