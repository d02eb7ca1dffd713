package org.mercat.persistence.availability;

import org.mercat.domain.availability.WeeklyHours;
import org.mercat.persistence.shared.JsonRows;

/** The week of a provider as one column of a statement that is about something else. */
public final class HoursJson {

  private HoursJson() {}

  /** Reads an array of day, from_minute and to_minute. */
  public static WeeklyHours read(String json) {
    return new WeeklyHours(
        JsonRows.read(json, HoursRow.class).stream().map(HoursRow::toDomain).toList());
  }
}
