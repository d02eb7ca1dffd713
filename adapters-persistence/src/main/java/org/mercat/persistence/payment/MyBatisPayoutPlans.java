package org.mercat.persistence.payment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Zone;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisPayoutPlans implements PayoutPlans {

  private final Sessions sessions;
  private final ZoneBook zones;

  public MyBatisPayoutPlans(Sessions sessions, ZoneBook zones) {
    this.sessions = sessions;
    this.zones = zones;
  }

  @Override
  public Optional<PayoutPlan> find(ProviderId provider) {
    return Optional.ofNullable(mapper().find(provider.value())).map(row -> row.toDomain(zones));
  }

  @Override
  public Zone zoneOf(ProviderId provider) {
    return Optional.ofNullable(mapper().zoneOf(provider.value()))
        .map(id -> zones.zone(ZoneId.of(id)))
        .orElseThrow(() -> new IllegalStateException("no provider " + provider.value()));
  }

  @Override
  public void add(PayoutPlan plan) {
    require(mapper().insert(PayoutPlanRow.of(plan)), plan);
  }

  @Override
  public void update(PayoutPlan plan) {
    require(mapper().update(PayoutPlanRow.of(plan)), plan);
  }

  /** The row stays locked until the unit of work ends. */
  @Override
  public Optional<PayoutPlan> lockDue(Instant now) {
    return Optional.ofNullable(mapper().lockDue(now)).map(row -> row.toDomain(zones));
  }

  @Override
  public List<Unplanned> unplanned(int most) {
    return mapper().unplanned(most).stream().map(UnplannedRow::toDomain).toList();
  }

  private static void require(int stored, PayoutPlan plan) {
    if (stored == 0) {
      throw new ConcurrencyConflict("payout plan of " + plan.provider().value());
    }
  }

  private PayoutPlanMapper mapper() {
    return sessions.mapper(PayoutPlanMapper.class);
  }
}
