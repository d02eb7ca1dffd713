package org.mercat.application.fee.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.fee.SellerTierId;
import org.mercat.domain.provider.ProviderId;

public final class InMemorySellerTiers implements SellerTiers, Store {

  private Map<SellerTierId, SellerTier> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public SellerTierId nextId() {
    return new SellerTierId(TimeOrderedIds.next());
  }

  List<SellerTier> of(ProviderId seller) {
    return stored.values().stream().filter(tier -> tier.seller().equals(seller)).toList();
  }

  @Override
  public Optional<SellerTier> find(SellerTierId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Page<SellerTier> page(Selection selection, PageRequest request) {
    var found =
        new ArrayList<>(stored.values())
            .reversed().stream()
                .dropWhile(
                    tier -> request.after().filter(it -> !it.equals(tier.id().value())).isPresent())
                .skip(request.after().isPresent() ? 1 : 0)
                .filter(tier -> selection.seller().map(tier.seller()::equals).orElse(true))
                .filter(tier -> selection.inForce().map(tier.period()::contains).orElse(true))
                .limit(request.limit() + 1L)
                .toList();
    return Page.of(found, request, tier -> tier.id().value());
  }

  @Override
  public Addition add(SellerTier tier) {
    if (stored.values().stream().anyMatch(tier::contradicts)) {
      return Addition.OVERLAP;
    }
    stored.put(tier.id(), tier);
    return Addition.ADDED;
  }

  @Override
  public void update(SellerTier tier) {
    var present = stored.get(tier.id());
    if (present == null || present.version() + 1 != tier.version()) {
      throw new ConcurrencyConflict("seller tier " + tier.id().value());
    }
    stored.put(tier.id(), tier);
  }
}
