package org.mercat.rest.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.DefaultJOSEProcessor;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.Key;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mercat.application.identity.port.SigningKeys.SigningKey;
import org.mercat.application.identity.port.TokenVerifier;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.tenancy.TenantId;

/**
 * Reads JWTs as RFC 8725 asks: one algorithm, one type, keys by their id from our own ring only,
 * and every claim in its place. A token that says where to find its key is none of ours. The tenant
 * that a token names says which keys could have signed it, and is believed when one of them has.
 */
public final class NimbusTokenVerifier implements TokenVerifier {

  /** Ours have less than half of that. */
  private static final int LONGEST = 4_096;

  private record Named(TenantId tenant) implements SecurityContext {}

  private final SigningKeyRing keys;
  private final DefaultJOSEProcessor<Named> processor = new DefaultJOSEProcessor<>();

  public NimbusTokenVerifier(SigningKeyRing keys) {
    this.keys = keys;
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(Claims.TYPE));
    processor.setJWSKeySelector(this::candidates);
  }

  @Override
  public Optional<AccessGrant> verify(String token, Instant now) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var parsed = JWSObject.parse(token);
      var named = Optional.ofNullable(parsed.getPayload().toJSONObject()).flatMap(Claims::tenant);
      return named.isPresent() ? verify(parsed, new Named(named.get()), now) : Optional.empty();
    } catch (ParseException | BadJOSEException | JOSEException _) {
      return Optional.empty();
    }
  }

  private Optional<AccessGrant> verify(JWSObject parsed, Named named, Instant now)
      throws BadJOSEException, JOSEException {
    return Optional.ofNullable(processor.process(parsed, named).toJSONObject())
        .flatMap(Claims::read)
        .filter(grant -> grant.holdsAt(now));
  }

  private List<? extends Key> candidates(JWSHeader header, Named named) {
    return Optional.ofNullable(header.getKeyID())
        .filter(_ -> Claims.ALGORITHM.equals(header.getAlgorithm()) && !bringsKeys(header))
        .flatMap(id -> keys.find(named.tenant(), id))
        .map(SigningKey::known)
        .map(List::of)
        .orElseGet(List::of);
  }

  private static boolean bringsKeys(JWSHeader header) {
    return Stream.of("jwk", "jku", "x5u", "x5c").anyMatch(header.getIncludedParams()::contains);
  }
}
