package org.mercat.application.payment.port;

import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutBatchId;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;

public final class InMemoryPayouts implements Payouts, Store {

  private Map<PayoutId, Payout> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  /** Every payout, in the order of their making. */
  public List<Payout> all() {
    return List.copyOf(stored.values());
  }

  @Override
  public PayoutId nextId() {
    return new PayoutId(TimeOrderedIds.next());
  }

  @Override
  public PayoutBatchId nextBatch() {
    return new PayoutBatchId(TimeOrderedIds.next());
  }

  @Override
  public Optional<Payout> find(PayoutId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Optional<Payout> underWay(ProviderId provider, Currency currency) {
    return stored.values().stream()
        .filter(it -> it.provider().equals(provider))
        .filter(it -> it.amount().currency().equals(currency) && isUnderWay(it))
        .findAny();
  }

  @Override
  public void add(Payout payout) {
    if (underWay(payout.provider(), payout.amount().currency()).isPresent()
        || stored.putIfAbsent(payout.id(), payout) != null) {
      throw new ConcurrencyConflict(payout.id().toString());
    }
  }

  @Override
  public void update(Payout payout) {
    var current = stored.get(payout.id());
    if (current == null || current.version() != payout.version() || hasRival(payout)) {
      throw new ConcurrencyConflict(payout.id().toString());
    }
    stored.put(
        payout.id(),
        new Payout(
            payout.id(),
            payout.provider(),
            payout.batch(),
            payout.amount(),
            payout.state(),
            payout.decidedAt(),
            payout.version() + 1));
  }

  @Override
  public Page<Payout> list(Optional<ProviderId> provider, PageRequest page) {
    var found =
        stored.values().stream()
            .filter(it -> provider.filter(of -> !of.equals(it.provider())).isEmpty())
            .filter(it -> page.after().filter(id -> it.id().value().compareTo(id) >= 0).isEmpty())
            .sorted(Comparator.comparing((Payout it) -> it.id().value()).reversed())
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, it -> it.id().value());
  }

  private boolean hasRival(Payout payout) {
    return isUnderWay(payout)
        && underWay(payout.provider(), payout.amount().currency())
            .filter(other -> !other.id().equals(payout.id()))
            .isPresent();
  }

  private static boolean isUnderWay(Payout payout) {
    return switch (payout.state()) {
      case Payout.State.Pending _, Payout.State.Transferring _, Payout.State.Paying _ -> true;
      case Payout.State.Paid _, Payout.State.Failed _ -> false;
    };
  }
}
