package org.mercat.application.shared;

import java.util.Optional;

/**
 * A call that carries a key. The first unit of work in it that appends an event keeps the key
 * together with what the event is about, in the same transaction; the units after that go on
 * freely.
 */
public final class KeyedCall {

  private static final ScopedValue<KeyedCall> CURRENT = ScopedValue.newInstance();

  private final CallerKey key;
  private volatile boolean kept;

  public KeyedCall(CallerKey key) {
    this.key = key;
  }

  /** Runs the work as this call. */
  public <T, X extends Throwable> T run(ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  public CallerKey key() {
    return key;
  }

  /** Whether something was done under the key, and it is kept with that. */
  public boolean isKept() {
    return kept;
  }

  /** The call around the caller when its key is yet to be kept; for adapters of UnitOfWork. */
  public static Optional<KeyedCall> unkept() {
    return CURRENT.isBound()
        ? Optional.of(CURRENT.get()).filter(call -> !call.kept)
        : Optional.empty();
  }

  /** Says that a unit of work has committed with the key; for adapters of UnitOfWork. */
  public void markKept() {
    kept = true;
  }
}
