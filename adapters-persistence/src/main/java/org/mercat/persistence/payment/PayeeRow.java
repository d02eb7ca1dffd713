package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.provider.ProviderId;

/** Table {@code payee}, column for component. */
record PayeeRow(
    UUID providerId,
    @Nullable String reference,
    boolean detailsSubmitted,
    boolean payoutsEnabled,
    @Nullable Instant endedAt,
    long version) {

  static PayeeRow of(Payee payee) {
    return new PayeeRow(
        payee.provider().value(),
        payee.reference().map(GatewayReference::value).orElse(null),
        payee.detailsSubmitted(),
        payee.payoutsEnabled(),
        payee.endedAt().orElse(null),
        payee.version());
  }

  Payee toDomain() {
    return new Payee(
        new ProviderId(providerId),
        Optional.ofNullable(reference).map(GatewayReference::new),
        detailsSubmitted,
        payoutsEnabled,
        Optional.ofNullable(endedAt),
        version);
  }
}
