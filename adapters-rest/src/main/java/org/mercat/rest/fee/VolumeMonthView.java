package org.mercat.rest.fee;

import java.time.Instant;
import java.util.UUID;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.rest.shared.MoneyView;

/** What a provider has sold in a month, on the wire. */
public record VolumeMonthView(
    UUID id,
    UUID provider,
    String month,
    MoneyView sales,
    long orders,
    MoneyView averageOrder,
    Instant closedAt) {

  static VolumeMonthView of(VolumeMonth month) {
    return new VolumeMonthView(
        month.id().value(),
        month.seller().value(),
        month.month().toString(),
        MoneyView.of(month.sales()),
        month.orders(),
        MoneyView.of(month.averageOrder()),
        month.closedAt());
  }
}
