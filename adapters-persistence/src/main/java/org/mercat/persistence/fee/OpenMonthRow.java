package org.mercat.persistence.fee;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.fee.port.VolumeMonths.Open;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Zone;

/** A seller with its last closed month, or the time of its first release if none is closed. */
record OpenMonthRow(
    UUID providerId, @Nullable Integer year, @Nullable Integer month, @Nullable Instant firstAt) {

  Open toDomain(Zone zone) {
    return new Open(new ProviderId(providerId), next(zone));
  }

  private YearMonth next(Zone zone) {
    return year == null
        ? YearMonth.from(zone.dayOf(requireNonNull(firstAt)))
        : YearMonth.of(year, requireNonNull(month)).plusMonths(1);
  }
}
