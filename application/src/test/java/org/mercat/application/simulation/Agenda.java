package org.mercat.application.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.mercat.application.InMemoryAdapters;

/** The one clock of the simulation, and what is to happen when it has come so far. */
final class Agenda {

  private record Entry(Instant at, long serial, Runnable happening) {}

  private final InMemoryAdapters in;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::serial));
  private long serial;

  Agenda(InMemoryAdapters in) {
    this.in = in;
  }

  void in(Duration delay, Runnable happening) {
    serial++;
    entries.add(new Entry(in.system.instant().plus(delay), serial, happening));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void pass(Duration time) {
    in.market.advance(time);
    in.system.advance(time);
    for (var next = entries.peek();
        next != null && !next.at().isAfter(in.system.instant());
        next = entries.peek()) {
      entries.remove(next);
      next.happening().run();
    }
  }
}
