package org.mercat.application.shared;

import java.util.Map;

/**
 * Driven port: what whoever runs the market should know of it (seed 001: system_logs). Reporting
 * neither waits nor fails, inside of a unit of work or outside, and what was reported stays when
 * the unit is rolled back. Every adapter must pass {@code SystemEventsContract}.
 */
public interface SystemEvents {

  /** How much it matters. */
  enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    CRITICAL
  }

  /**
   * Something that happened to the system.
   *
   * @param source the part of the system that noticed it: lower-case letters and hyphens, at the
   *     most 40
   * @param what a sentence without anything personal or secret; what is longer than 200 characters
   *     is cut off
   * @param context more of it, by name; nothing personal and no secret either
   */
  record Event(Level level, String source, String what, Map<String, String> context) {
    public Event {
      context = Map.copyOf(context);
    }
  }

  /** Keeps it for the tenant and the request of the present work. */
  void report(Event event);
}
