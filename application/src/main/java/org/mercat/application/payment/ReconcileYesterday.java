package org.mercat.application.payment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mercat.application.payment.CompareDay.Comparison;
import org.mercat.application.payment.port.Reconciliations;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.UnitOfWork;

/** Compares the gateway's books of yesterday with ours, once. Run by a job. */
public final class ReconcileYesterday {

  private final CompareDay compareDay;
  private final Reconciliations reconciliations;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public ReconcileYesterday(
      CompareDay compareDay,
      Reconciliations reconciliations,
      UnitOfWork unitOfWork,
      InstantSource systemClock) {
    this.compareDay = compareDay;
    this.reconciliations = reconciliations;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  /**
   * Returns what came of it; empty if it had been done.
   *
   * @throws PortUnavailable if the gateway does not answer
   */
  public Optional<Comparison> handle() {
    var yesterday = LocalDate.ofInstant(systemClock.instant(), ZoneOffset.UTC).minusDays(1);
    return unitOfWork.run(() -> reconciliations.isDone(yesterday))
        ? Optional.empty()
        : Optional.of(compareDay.handle(new CompareDay.Query(yesterday)));
  }
}
