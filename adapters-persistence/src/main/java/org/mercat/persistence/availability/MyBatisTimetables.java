package org.mercat.persistence.availability;

import java.util.Optional;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Sessions;

/** The hours are rows of their own, so that the database forbids those that overlap. */
public final class MyBatisTimetables implements Timetables {

  private final Sessions sessions;

  public MyBatisTimetables(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Timetable> find(ProviderId provider) {
    return Optional.ofNullable(mapper().version(provider.value()))
        .map(version -> new Timetable(provider, hours(provider), version));
  }

  @Override
  public Timetable add(ProviderId provider, WeeklyHours hours) {
    if (mapper().insert(provider.value()) == 0) {
      throw new ConcurrencyConflict("timetable of " + provider.value());
    }
    insert(provider, hours);
    return new Timetable(provider, hours, 0);
  }

  @Override
  public Timetable replace(Timetable timetable, WeeklyHours hours) {
    var provider = timetable.provider();
    if (mapper().update(provider.value(), timetable.version()) == 0) {
      throw new ConcurrencyConflict("timetable of " + provider.value());
    }
    var _ = mapper().deleteHours(provider.value());
    insert(provider, hours);
    return new Timetable(provider, hours, timetable.version() + 1);
  }

  private WeeklyHours hours(ProviderId provider) {
    return new WeeklyHours(
        mapper().hours(provider.value()).stream().map(HoursRow::toDomain).toList());
  }

  private void insert(ProviderId provider, WeeklyHours hours) {
    var rows = hours.hours().stream().map(HoursRow::of).toList();
    if (!rows.isEmpty()) {
      var _ = mapper().insertHours(provider.value(), rows);
    }
  }

  private TimetableMapper mapper() {
    return sessions.mapper(TimetableMapper.class);
  }
}
