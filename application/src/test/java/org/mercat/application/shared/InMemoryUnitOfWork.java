package org.mercat.application.shared;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One unit at a time; a unit that throws puts every store back to what it was. */
public final class InMemoryUnitOfWork implements UnitOfWork {

  /** An in-memory adapter that can forget what an unfinished unit of work did. */
  public interface Store {
    /** Remembers the present content; running the result brings it back. */
    Runnable snapshot();
  }

  private final ReentrantLock open = new ReentrantLock();
  private final List<Store> stores;

  public InMemoryUnitOfWork(Store... stores) {
    this.stores = List.of(stores);
  }

  public boolean isOpen() {
    return open.isHeldByCurrentThread();
  }

  @Override
  public <T> T run(Supplier<T> work) {
    if (isOpen()) {
      throw new IllegalStateException("units of work do not nest");
    }
    open.lock();
    try {
      return runOrUndo(work);
    } finally {
      open.unlock();
    }
  }

  private <T> T runOrUndo(Supplier<T> work) {
    var undo = stores.stream().map(Store::snapshot).toList();
    try {
      return work.get();
    } catch (RuntimeException | Error failure) {
      undo.forEach(Runnable::run);
      throw failure;
    }
  }
}
