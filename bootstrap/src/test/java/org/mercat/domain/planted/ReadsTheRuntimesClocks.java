package org.mercat.domain.planted;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Planted for {@code ArchitectureBitesTest}. */
public record ReadsTheRuntimesClocks(ZoneId zone) {

  LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
