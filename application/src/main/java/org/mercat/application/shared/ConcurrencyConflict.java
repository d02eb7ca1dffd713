package org.mercat.application.shared;

/** Somebody else changed the aggregate first; the unit of work is rolled back. */
public final class ConcurrencyConflict extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ConcurrencyConflict(String message) {
    super(message);
  }
}
