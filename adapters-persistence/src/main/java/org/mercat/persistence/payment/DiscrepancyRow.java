package org.mercat.persistence.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.Reconciliations.Found;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/** Table {@code discrepancy}, column for component. */
record DiscrepancyRow(
    UUID id,
    LocalDate day,
    Discrepancy.Kind kind,
    String reference,
    @Nullable String operation,
    long bookedMinor,
    String bookedCurrency,
    long atGatewayMinor,
    String atGatewayCurrency,
    Instant foundAt) {

  static DiscrepancyRow of(UUID id, LocalDate day, Discrepancy discrepancy, Instant now) {
    return new DiscrepancyRow(
        id,
        day,
        discrepancy.kind(),
        discrepancy.reference().value(),
        discrepancy.operation().map(OperationKey::text).orElse(null),
        discrepancy.booked().minor(),
        discrepancy.booked().currency().getCurrencyCode(),
        discrepancy.atGateway().minor(),
        discrepancy.atGateway().currency().getCurrencyCode(),
        now);
  }

  Found toDomain() {
    return new Found(
        id,
        day,
        new Discrepancy(
            kind,
            new GatewayReference(reference),
            Optional.ofNullable(operation).map(OperationKey::parse),
            Money.of(bookedMinor, bookedCurrency),
            Money.of(atGatewayMinor, atGatewayCurrency)),
        foundAt);
  }
}
