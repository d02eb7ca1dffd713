package org.mercat.domain.identity;

import java.time.Instant;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to issuers outside and to those whom they vouch for. */
public sealed interface OidcEvent extends DomainEvent {

  OidcIssuerId issuer();

  @Override
  default Subject subject() {
    return new Subject("oidc_issuer", issuer().value());
  }

  record IssuerTrusted(OidcIssuerId issuer, Instant at) implements OidcEvent {}

  record IssuerDropped(OidcIssuerId issuer, Instant at) implements OidcEvent {}

  /** From now on the issuer can sign this person in. */
  record IdentityLinked(OidcIssuerId issuer, UserId user, Instant at) implements OidcEvent {}
}
