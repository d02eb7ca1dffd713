package org.mercat.application.shared;

import java.util.function.Supplier;

/**
 * Driven port: all or nothing. Commits when the work returns, rolls back when it throws. Units do
 * not nest: a second one inside the first is an IllegalStateException.
 */
public interface UnitOfWork {
  <T> T run(Supplier<T> work);
}
