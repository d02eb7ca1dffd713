package org.mercat.persistence.identity;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuer.Algorithm;
import org.mercat.domain.identity.OidcIssuerId;
import org.mercat.domain.shared.Role;

/**
 * Table {@code oidc_issuer}, column for component.
 *
 * @param algorithms their names, joined by commas
 * @param roleMapping {@code there=HERE}, joined by commas
 */
record OidcIssuerRow(
    UUID id,
    String issuer,
    String audience,
    String keysUrl,
    String algorithms,
    String rolesClaim,
    String roleMapping,
    boolean admitsStrangers) {

  private static final Pattern COMMA = Pattern.compile(",");

  static OidcIssuerRow of(OidcIssuer issuer) {
    return new OidcIssuerRow(
        issuer.id().value(),
        issuer.issuer(),
        issuer.audience(),
        issuer.keys().toString(),
        issuer.algorithms().stream().map(Algorithm::name).sorted().collect(joining(",")),
        issuer.rolesClaim(),
        issuer.roles().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .sorted()
            .collect(joining(",")),
        issuer.admitsStrangers());
  }

  OidcIssuer toDomain() {
    return new OidcIssuer(
        new OidcIssuerId(id),
        issuer,
        audience,
        URI.create(keysUrl),
        COMMA.splitAsStream(algorithms).map(Algorithm::valueOf).collect(toUnmodifiableSet()),
        rolesClaim,
        roles(),
        admitsStrangers);
  }

  private Map<String, Role> roles() {
    return COMMA
        .splitAsStream(roleMapping)
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(toUnmodifiableMap(pair -> pair[0], pair -> Role.valueOf(pair[1])));
  }
}
