package org.mercat.rest.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

/** An access grant as the claims of a JWT, and what the header says about them. */
final class Claims {

  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  private static final String TENANT = "tid";
  private static final String ISSUER = "mercat";
  private static final String AUDIENCE = "mercat-api";

  private Claims() {}

  /**
   * The claims of a grant.
   *
   * @param id another one for every token (RFC 9068, 2.2)
   */
  static Map<String, Object> of(AccessGrant grant, String id) {
    return Map.of(
        "jti",
        id,
        "iss",
        ISSUER,
        "aud",
        AUDIENCE,
        TENANT,
        grant.tenant().value().toString(),
        "sub",
        grant.user().value().toString(),
        "sid",
        grant.session().value().toString(),
        "roles",
        grant.roles().stream().map(Role::name).sorted().toList(),
        "iat",
        grant.from().getEpochSecond(),
        "nbf",
        grant.from().getEpochSecond(),
        "exp",
        grant.until().getEpochSecond());
  }

  /** Empty if a claim is missing or not of its kind, or if they are meant for others. */
  static Optional<AccessGrant> read(Map<String, Object> claims) {
    try {
      if (!ISSUER.equals(JSONObjectUtils.getString(claims, "iss"))
          || !AUDIENCE.equals(JSONObjectUtils.getString(claims, "aud"))
          || JSONObjectUtils.getString(claims, "jti") == null) {
        return Optional.empty();
      }
      var roles = JSONObjectUtils.getStringArray(claims, "roles");
      return roles == null ? Optional.empty() : Optional.of(grant(claims, Stream.of(roles)));
    } catch (ParseException | IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The tenant that the claims name, whoever has written them. */
  static Optional<TenantId> tenant(Map<String, Object> claims) {
    try {
      return Optional.of(new TenantId(id(claims, TENANT)));
    } catch (ParseException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static AccessGrant grant(Map<String, Object> claims, Stream<String> roles)
      throws ParseException {
    return new AccessGrant(
        new TenantId(id(claims, TENANT)),
        new UserId(id(claims, "sub")),
        new SessionId(id(claims, "sid")),
        roles.map(Role::valueOf).collect(toUnmodifiableSet()),
        Instant.ofEpochSecond(JSONObjectUtils.getLong(claims, "nbf")),
        Instant.ofEpochSecond(JSONObjectUtils.getLong(claims, "exp")));
  }

  private static UUID id(Map<String, Object> claims, String name) throws ParseException {
    var text = JSONObjectUtils.getString(claims, name);
    if (text == null) {
      throw new ParseException(name + " is missing", 0);
    }
    return UUID.fromString(text);
  }
}
