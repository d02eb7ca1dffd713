package org.mercat.persistence.payment;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payer;

/** Table {@code payer}, column for component. */
record PayerRow(UUID userId, @Nullable String reference, boolean forgotten, long version) {

  static PayerRow of(Payer payer) {
    return new PayerRow(
        payer.user().value(),
        payer.reference().map(GatewayReference::value).orElse(null),
        payer.forgotten(),
        payer.version());
  }

  Payer toDomain() {
    return new Payer(
        new UserId(userId),
        Optional.ofNullable(reference).map(GatewayReference::new),
        forgotten,
        version);
  }
}
