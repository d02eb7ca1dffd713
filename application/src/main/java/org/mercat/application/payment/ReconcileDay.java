package org.mercat.application.payment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Zone;

/**
 * An administrator has a day of the gateway's books compared with ours; one that is not over is
 * compared as far as it has come. Safe to repeat.
 */
public final class ReconcileDay {

  /**
   * What to compare.
   *
   * @param day of UTC
   */
  public record Command(Caller caller, LocalDate day) {}

  public sealed interface Outcome {
    /**
     * It has been compared.
     *
     * @param movements how many there were at the gateway
     * @param found what does not agree, whether it was known before or not
     */
    record Compared(int movements, List<Discrepancy> found) implements Outcome {
      public Compared {
        found = List.copyOf(found);
      }
    }

    record Forbidden() implements Outcome {}

    /** The day has not begun. */
    record NotYet() implements Outcome {}
  }

  private final Access access;
  private final CompareDay compareDay;
  private final InstantSource systemClock;

  public ReconcileDay(Access access, CompareDay compareDay, InstantSource systemClock) {
    this.access = access;
    this.compareDay = compareDay;
    this.systemClock = systemClock;
  }

  /**
   * Compares the day.
   *
   * @throws PortUnavailable if the gateway does not answer
   */
  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.LEDGER_AUDIT)) {
      return new Outcome.Forbidden();
    }
    var today = Zone.UTC.dayOf(systemClock.instant());
    if (command.day().isAfter(today)) {
      return new Outcome.NotYet();
    }
    var comparison = compareDay.handle(new CompareDay.Query(command.day()));
    return new Outcome.Compared(comparison.movements(), comparison.found());
  }
}
