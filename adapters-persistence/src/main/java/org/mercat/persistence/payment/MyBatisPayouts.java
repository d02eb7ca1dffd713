package org.mercat.persistence.payment;

import java.util.Currency;
import java.util.Optional;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutBatchId;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisPayouts implements Payouts {

  private final Sessions sessions;

  public MyBatisPayouts(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public PayoutId nextId() {
    return new PayoutId(Ids.next());
  }

  @Override
  public PayoutBatchId nextBatch() {
    return new PayoutBatchId(Ids.next());
  }

  @Override
  public Optional<Payout> find(PayoutId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(PayoutRow::toDomain);
  }

  @Override
  public Optional<Payout> underWay(ProviderId provider, Currency currency) {
    return Optional.ofNullable(mapper().underWay(provider.value(), currency.getCurrencyCode()))
        .map(PayoutRow::toDomain);
  }

  @Override
  public void add(Payout payout) {
    require(mapper().insert(PayoutRow.of(payout)), payout);
  }

  @Override
  public void update(Payout payout) {
    require(mapper().update(PayoutRow.of(payout)), payout);
  }

  @Override
  public Page<Payout> list(Optional<ProviderId> provider, PageRequest page) {
    var of = provider.map(ProviderId::value).orElse(null);
    var found =
        mapper().list(of, page.after().orElse(null), page.limit() + 1).stream()
            .map(PayoutRow::toDomain)
            .toList();
    return Page.of(found, page, payout -> payout.id().value());
  }

  private static void require(int stored, Payout payout) {
    if (stored == 0) {
      throw new ConcurrencyConflict("payout " + payout.id().value());
    }
  }

  private PayoutMapper mapper() {
    return sessions.mapper(PayoutMapper.class);
  }
}
