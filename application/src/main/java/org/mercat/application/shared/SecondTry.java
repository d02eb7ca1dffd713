package org.mercat.application.shared;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/**
 * Work that others may do at the same moment, such as what the gateway's answer and its event both
 * tell: whoever comes second does it once more, on what the first has left.
 */
public final class SecondTry {

  private static final System.Logger LOG = System.getLogger(SecondTry.class.getName());

  private SecondTry() {}

  /**
   * Does the work, and once more when somebody was faster.
   *
   * @param work with units of work of its own; it is called with none open
   * @throws ConcurrencyConflict if somebody was faster both times
   */
  public static <T> T at(Supplier<T> work) {
    try {
      return work.get();
    } catch (ConcurrencyConflict conflict) {
      LOG.log(Level.DEBUG, "overtaken, tried again: {0}", conflict.getMessage());
      return work.get();
    }
  }
}
