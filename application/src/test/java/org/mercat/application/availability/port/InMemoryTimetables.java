package org.mercat.application.availability.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.provider.ProviderId;

public final class InMemoryTimetables implements Timetables, Store {

  private Map<ProviderId, Timetable> stored = new HashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new HashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public Optional<Timetable> find(ProviderId provider) {
    return Optional.ofNullable(stored.get(provider));
  }

  @Override
  public Timetable add(ProviderId provider, WeeklyHours hours) {
    var first = new Timetable(provider, hours, 0);
    if (stored.putIfAbsent(provider, first) != null) {
      throw new ConcurrencyConflict(provider.toString());
    }
    return first;
  }

  @Override
  public Timetable replace(Timetable timetable, WeeklyHours hours) {
    var next = new Timetable(timetable.provider(), hours, timetable.version() + 1);
    var current = find(timetable.provider()).map(Timetable::version);
    if (current.isEmpty() || current.get() != timetable.version()) {
      throw new ConcurrencyConflict(timetable.provider().toString());
    }
    stored.put(next.provider(), next);
    return next;
  }
}
