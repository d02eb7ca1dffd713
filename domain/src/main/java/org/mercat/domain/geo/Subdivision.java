package org.mercat.domain.geo;

import java.time.ZoneId;

/**
 * A province or territory that the product knows: ISO 3166-1 alpha-2 country, the part of its ISO
 * 3166-2 code after the hyphen, and the zone that most of its people live by.
 */
public record Subdivision(String country, String code, ZoneId zone) {}
