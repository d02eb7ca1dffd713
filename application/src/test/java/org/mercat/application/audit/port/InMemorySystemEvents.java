package org.mercat.application.audit.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.TimeOrderedIds;

/** What was reported, kept at once and whatever becomes of the unit of work. */
public final class InMemorySystemEvents implements SystemEvents, SystemEventLog, Store {

  private final List<Event> reported = new ArrayList<>();
  private NavigableMap<UUID, Kept> kept = new TreeMap<>();

  /** What was reported stays; what was added goes with its unit. */
  @Override
  public Runnable snapshot() {
    var copy = new TreeMap<>(kept);
    return () -> kept = copy;
  }

  @Override
  public void report(Event event) {
    var id = TimeOrderedIds.next();
    var at = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    reported.add(event);
    add(List.of(new Kept(id, at, event, Acting.now().request())));
  }

  /** What was reported, in its order. */
  public List<Event> reported() {
    return List.copyOf(reported);
  }

  @Override
  public void add(List<Kept> events) {
    events.forEach(event -> kept.put(event.id(), event));
  }

  @Override
  public Page<Kept> find(Filter filter, PageRequest page) {
    var before = page.after().map(id -> kept.headMap(id, false)).orElse(kept);
    var found =
        before.descendingMap().values().stream()
            .filter(event -> fits(filter, event))
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, Kept::id);
  }

  private static boolean fits(Filter filter, Kept event) {
    return filter.least().map(least -> event.event().level().compareTo(least) >= 0).orElse(true)
        && filter.from().map(from -> !event.at().isBefore(from)).orElse(true)
        && filter.to().map(event.at()::isBefore).orElse(true);
  }

  @Override
  public int prune(Level level, Instant before) {
    var size = kept.size();
    kept.values().removeIf(it -> it.event().level() == level && it.at().isBefore(before));
    return size - kept.size();
  }
}
