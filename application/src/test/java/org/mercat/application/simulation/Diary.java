package org.mercat.application.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** All that has happened, with the time since the beginning. */
final class Diary {

  private final InstantSource clock;
  private final Instant beginning;
  private final List<String> lines = new ArrayList<>();

  Diary(InstantSource clock) {
    this.clock = clock;
    this.beginning = clock.instant();
  }

  void note(String line) {
    lines.add("%s %s".formatted(Duration.between(beginning, clock.instant()), line));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
