package org.mercat.persistence.availability;

import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.mercat.application.availability.port.ServiceTimes.ServiceTime;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.provider.ProviderId;

/** A listing and its provider, as far as availability reads them. */
record ServiceTimeRow(
    UUID providerId,
    String timeZone,
    long lengthMinutes,
    long stepMinutes,
    long beforeMinutes,
    long afterMinutes,
    boolean extensible) {

  ServiceTime toDomain() {
    var rules =
        new SlotRules(
            Duration.ofMinutes(lengthMinutes),
            Duration.ofMinutes(stepMinutes),
            Duration.ofMinutes(beforeMinutes),
            Duration.ofMinutes(afterMinutes));
    return new ServiceTime(new ProviderId(providerId), ZoneId.of(timeZone), rules, extensible);
  }
}
