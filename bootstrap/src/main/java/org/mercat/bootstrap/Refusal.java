package org.mercat.bootstrap;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Ends a server that may not serve: half started, it would answer requests all the same. */
final class Refusal {
  private static final int EXIT_CODE = 1;
  private static final Logger LOG = System.getLogger(Refusal.class.getName());

  private Refusal() {}

  /** What the step makes; when it fails, the process ends with one line that the launcher shows. */
  static <T> T orEnd(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Mercat cannot start: {0}", innermost(e));
      // A regular exit would wait half a minute for the start that stands here.
      Runtime.getRuntime().halt(EXIT_CODE);
      throw e;
    }
  }

  private static String innermost(Throwable thrown) {
    Throwable inner = thrown;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    return String.valueOf(inner.getMessage()).lines().findFirst().orElse("");
  }
}
