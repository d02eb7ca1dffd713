package org.mercat.rest.shared;

/**
 * Which words the {@code status} of a booking is told in; it depends on the path that was asked.
 */
public enum StatusWords {
  /** Those of {@code /bookings}. */
  BOOKINGS,
  /** Those of the alias {@code /transactions}. */
  TRANSACTIONS;

  private static final ScopedValue<StatusWords> CURRENT = ScopedValue.newInstance();

  /** Those of the request that is being answered. */
  public static StatusWords current() {
    return CURRENT.isBound() ? CURRENT.get() : BOOKINGS;
  }

  /** Runs the work with these words. */
  public <T> T during(ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(CURRENT, this).call(work);
  }
}
