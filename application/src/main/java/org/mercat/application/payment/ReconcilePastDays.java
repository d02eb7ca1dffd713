package org.mercat.application.payment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Predicate;
import org.mercat.application.payment.CompareDay.Comparison;
import org.mercat.application.payment.port.Reconciliations;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Zone;

/**
 * Compares the gateway's books with ours for yesterday and for every day since the first that has
 * been compared, each once: a gateway that was away for a whole day hides nothing. Run by a job.
 */
public final class ReconcilePastDays {

  /** Nobody looks further back by himself. */
  static final Period LOOKS_BACK = Period.ofDays(30);

  private final CompareDay compareDay;
  private final Reconciliations reconciliations;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public ReconcilePastDays(
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
   * Returns what came of each day that was due, the last one first.
   *
   * @throws PortUnavailable if the gateway does not answer; what has been compared stays so
   */
  public List<Comparison> handle() {
    return due().stream().map(day -> compareDay.handle(new CompareDay.Query(day))).toList();
  }

  private List<LocalDate> due() {
    var today = Zone.UTC.dayOf(systemClock.instant());
    var done = unitOfWork.run(() -> reconciliations.doneSince(today.minus(LOOKS_BACK)));
    var first = done.isEmpty() ? today.minusDays(1) : done.first();
    return first.datesUntil(today).filter(Predicate.not(done::contains)).toList().reversed();
  }
}
