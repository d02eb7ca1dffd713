package org.mercat.application.payment.port;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.minBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.payment.PayoutSchedule;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Zone;

/** One unit of work at a time: nobody has to be kept from what another one has locked. */
public final class InMemoryPayoutPlans implements PayoutPlans, Store {

  private final InMemoryEarnings earnings;
  private final Function<ProviderId, Zone> zones;
  private Map<ProviderId, PayoutPlan> stored = new LinkedHashMap<>();

  public InMemoryPayoutPlans(InMemoryEarnings earnings, Function<ProviderId, Zone> zones) {
    this.earnings = earnings;
    this.zones = zones;
  }

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public Optional<PayoutPlan> find(ProviderId provider) {
    return Optional.ofNullable(stored.get(provider));
  }

  @Override
  public Zone zoneOf(ProviderId provider) {
    return zones.apply(provider);
  }

  @Override
  public void add(PayoutPlan plan) {
    if (stored.putIfAbsent(plan.provider(), plan) != null) {
      throw new ConcurrencyConflict(plan.provider().toString());
    }
  }

  @Override
  public void update(PayoutPlan plan) {
    var current = stored.get(plan.provider());
    if (current == null || current.version() != plan.version()) {
      throw new ConcurrencyConflict(plan.provider().toString());
    }
    stored.put(
        plan.provider(),
        new PayoutPlan(
            plan.provider(),
            plan.zone(),
            plan.schedule(),
            plan.nextAt(),
            plan.paused(),
            plan.leftBehind(),
            plan.version() + 1));
  }

  @Override
  public Optional<PayoutPlan> lockDue(Instant now) {
    return stored.values().stream()
        .filter(plan -> !plan.paused() && hasTurn(plan))
        .filter(plan -> plan.nextAt().filter(at -> !at.isAfter(now)).isPresent())
        .min(comparing(plan -> plan.nextAt().orElseThrow()));
  }

  @Override
  public List<Unplanned> unplanned(int most) {
    return earnings.all().stream()
        .filter(earning -> earning.due().isPositive())
        .filter(earning -> !stored.containsKey(earning.provider()))
        .collect(
            groupingBy(
                Earning::provider,
                LinkedHashMap::new,
                mapping(Earning::releasedAt, minBy(Comparator.<Instant>naturalOrder()))))
        .entrySet()
        .stream()
        .limit(most)
        .map(entry -> new Unplanned(entry.getKey(), entry.getValue().orElseThrow()))
        .toList();
  }

  private boolean hasTurn(PayoutPlan plan) {
    return !(plan.schedule() instanceof PayoutSchedule.Immediate)
        || plan.leftBehind()
        || !earnings.currenciesDue(plan.provider()).isEmpty();
  }
}
