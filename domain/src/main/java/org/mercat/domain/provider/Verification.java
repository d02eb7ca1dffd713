package org.mercat.domain.provider;

import java.time.Instant;
import java.util.Optional;

/** What the market has found out about who a provider is. */
public sealed interface Verification {

  Instant at();

  /** Registered; nobody has looked yet. */
  record Pending(Instant at) implements Verification {}

  /** Looked at before; the provider has since changed what was found wrong. */
  record InReview(Instant at) implements Verification {}

  record Verified(Instant at) implements Verification {}

  /** The reason is empty when none was given. */
  record Rejected(Optional<String> reason, Instant at) implements Verification {}
}
