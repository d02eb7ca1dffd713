package org.mercat.domain.planted;

import org.joda.time.DateTimeZone;

/** Planted for {@code ArchitectureBitesTest}. */
public record UsesJodaTime(DateTimeZone zone) {}
