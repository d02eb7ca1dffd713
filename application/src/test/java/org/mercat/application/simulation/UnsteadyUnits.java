package org.mercat.application.simulation;

import java.util.function.Supplier;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.simulation.Scheduler.ProcessDied;

/**
 * Others may go on before each unit and after it; some units fail at their very end, and leave
 * nothing behind.
 */
final class UnsteadyUnits implements UnitOfWork {

  private final InMemoryUnitOfWork units;
  private final Scheduler scheduler;
  private final Faults faults;
  private final Runnable afterCommit;
  private boolean died;

  UnsteadyUnits(
      InMemoryUnitOfWork units, Scheduler scheduler, Faults faults, Runnable afterCommit) {
    this.units = units;
    this.scheduler = scheduler;
    this.faults = faults;
    this.afterCommit = afterCommit;
  }

  boolean isOpen() {
    return units.isOpen();
  }

  /** Whether the process has died since this was last asked. */
  boolean hasDied() {
    var answer = died;
    died = false;
    return answer;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    if (units.isOpen()) {
      throw new IllegalStateException("units of work do not nest");
    }
    scheduler.pause();
    var result =
        units.run(
            () -> {
              var done = work.get();
              fail();
              return done;
            });
    afterCommit.run();
    scheduler.pause();
    return result;
  }

  private void fail() {
    switch (faults.ofUnit()) {
      case NONE -> {
        // It commits.
      }
      case OVERTAKEN -> throw new ConcurrencyConflict("somebody was faster");
      case UNAVAILABLE -> throw new PortUnavailable("the store does not answer");
      case DIES -> {
        died = true;
        throw new ProcessDied();
      }
    }
  }
}
