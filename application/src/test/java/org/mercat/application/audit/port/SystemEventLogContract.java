package org.mercat.application.audit.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.port.SystemEventLog.Filter;
import org.mercat.application.audit.port.SystemEventLog.Kept;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;

/** What every adapter of {@link SystemEventLog} promises; each test has a log of its own. */
public interface SystemEventLogContract {

  Instant NOON = Instant.parse("2026-11-16T17:00:00Z");

  SystemEventLog log();

  UnitOfWork unitOfWork();

  @Test
  default void what_was_added_is_found_newest_first() {
    var first = added(Level.INFO, NOON);
    var second = added(Level.ERROR, NOON.plusSeconds(1));

    assertThat(found(Filter.EVERYTHING)).containsExactly(second, first);
  }

  @Test
  default void events_are_found_by_how_much_they_matter() {
    var all = Stream.of(Level.values()).map(level -> added(level, NOON)).toList();
    var least = new Filter(Optional.of(Level.ERROR), Optional.empty(), Optional.empty());

    assertThat(found(least)).containsExactly(all.getLast(), all.get(all.size() - 2));
  }

  @Test
  default void events_are_found_by_when() {
    var event = added(Level.INFO, NOON);

    assertThat(found(between(NOON, NOON.plusSeconds(1)))).containsExactly(event);
    assertThat(found(between(NOON.minusSeconds(1), NOON))).isEmpty();
    assertThat(found(between(NOON.plusSeconds(1), NOON.plusSeconds(9)))).isEmpty();
  }

  @Test
  default void pages_go_through_everything_once() {
    var all = IntStream.range(0, 5).mapToObj(_ -> added(Level.INFO, NOON)).toList();

    var seen = new ArrayList<Kept>();
    var next = Optional.<UUID>empty();
    do {
      var page = page(Filter.EVERYTHING, new PageRequest(2, next));
      seen.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    assertThat(seen).isEqualTo(all.reversed());
  }

  @Test
  default void what_is_old_enough_for_its_level_is_forgotten() {
    var old = added(Level.INFO, NOON.minusSeconds(1));
    var oldButGrave = added(Level.CRITICAL, NOON.minusSeconds(1));
    var fresh = added(Level.INFO, NOON);

    var forgotten = unitOfWork().run(() -> log().prune(Level.INFO, NOON));

    assertThat(forgotten).isEqualTo(1);
    assertThat(found(Filter.EVERYTHING)).containsExactly(fresh, oldButGrave).doesNotContain(old);
  }

  private Kept added(Level level, Instant at) {
    var event = new Event(level, "job", "A job failed.", Map.of("job", "let-time-pass"));
    var kept = new Kept(TimeOrderedIds.next(), at, event, Optional.of("request-1"));
    return unitOfWork()
        .run(
            () -> {
              log().add(List.of(kept));
              return kept;
            });
  }

  private List<Kept> found(Filter filter) {
    return page(filter, new PageRequest(PageRequest.MOST, Optional.empty())).items();
  }

  private Page<Kept> page(Filter filter, PageRequest page) {
    return unitOfWork().run(() -> log().find(filter, page));
  }

  private static Filter between(Instant from, Instant to) {
    return new Filter(Optional.empty(), Optional.of(from), Optional.of(to));
  }
}
