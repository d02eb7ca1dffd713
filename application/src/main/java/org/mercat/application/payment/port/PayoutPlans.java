package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Zone;

/** Driven port: when providers are paid out; see {@code PayoutPlansContract}. */
public interface PayoutPlans {

  Optional<PayoutPlan> find(ProviderId provider);

  /** Where the days of a provider begin. */
  Zone zoneOf(ProviderId provider);

  /**
   * Stores the first plan of a provider.
   *
   * @throws ConcurrencyConflict if the provider has one already
   */
  void add(PayoutPlan plan);

  /**
   * Stores the plan as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(PayoutPlan plan);

  /**
   * A plan whose time has come, the longest overdue first, and that is not paused; nobody else gets
   * it before the unit of work ends, on whatever node. Who is paid out at once has a turn only if
   * there is something to pay out.
   */
  Optional<PayoutPlan> lockDue(Instant now);

  /**
   * Providers that have earned something and have no plan.
   *
   * @param most how many at the most
   */
  List<Unplanned> unplanned(int most);

  /** A provider without a plan, and since when it has earned something. */
  record Unplanned(ProviderId provider, Instant earnedAt) {}
}
