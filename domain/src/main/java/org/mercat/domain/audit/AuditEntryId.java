package org.mercat.domain.audit;

import java.time.Instant;
import java.util.UUID;

/** A UUID of version 7: it carries the millisecond in which the entry was made. */
public record AuditEntryId(UUID value) {

  /** When the entry was made, by the system's clock. */
  public Instant at() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }
}
