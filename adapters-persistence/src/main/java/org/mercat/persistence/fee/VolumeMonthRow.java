package org.mercat.persistence.fee;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.domain.fee.VolumeMonthId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** Table {@code vendor_monthly_volume}, column for component. */
record VolumeMonthRow(
    UUID id,
    UUID providerId,
    int year,
    int month,
    String currency,
    long totalSalesMinor,
    long totalOrders,
    Instant closedAt) {

  static VolumeMonthRow of(VolumeMonth closed) {
    return new VolumeMonthRow(
        closed.id().value(),
        closed.seller().value(),
        closed.month().getYear(),
        closed.month().getMonthValue(),
        closed.sales().currency().getCurrencyCode(),
        closed.sales().minor(),
        closed.orders(),
        closed.closedAt());
  }

  VolumeMonth toDomain() {
    return new VolumeMonth(
        new VolumeMonthId(id),
        new ProviderId(providerId),
        YearMonth.of(year, month),
        Money.of(totalSalesMinor, currency),
        totalOrders,
        closedAt);
  }
}
