package org.mercat.rest.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuer.Algorithm;

/** An issuer outside on the wire, for whoever runs the tenant. */
record OidcIssuerView(
    UUID id,
    String issuer,
    String audience,
    String jwksUrl,
    List<String> algorithms,
    String rolesClaim,
    List<RoleView> roles,
    boolean admitsStrangers) {

  /** A role there and what it is here. */
  record RoleView(String name, String role) {}

  static OidcIssuerView of(OidcIssuer issuer) {
    return new OidcIssuerView(
        issuer.id().value(),
        issuer.issuer(),
        issuer.audience(),
        issuer.keys().toString(),
        issuer.algorithms().stream().sorted().map(Algorithm::name).toList(),
        issuer.rolesClaim(),
        issuer.roles().entrySet().stream()
            .map(
                entry ->
                    new RoleView(entry.getKey(), entry.getValue().name().toLowerCase(Locale.ROOT)))
            .sorted(Comparator.comparing(RoleView::name))
            .toList(),
        issuer.admitsStrangers());
  }
}
