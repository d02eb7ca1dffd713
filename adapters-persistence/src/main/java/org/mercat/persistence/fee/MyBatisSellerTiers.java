package org.mercat.persistence.fee;

import java.util.Optional;
import org.mercat.application.fee.port.SellerTiers;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.fee.SellerTierId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

/** An exclusion constraint lets nobody be of two levels at a time. */
public final class MyBatisSellerTiers implements SellerTiers {

  private final Sessions sessions;

  public MyBatisSellerTiers(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public SellerTierId nextId() {
    return new SellerTierId(Ids.next());
  }

  @Override
  public Optional<SellerTier> find(SellerTierId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(SellerTierRow::toDomain);
  }

  @Override
  public Page<SellerTier> page(Selection selection, PageRequest request) {
    var found =
        mapper()
            .page(
                selection.seller().map(ProviderId::value).orElse(null),
                selection.inForce().orElse(null),
                request.after().orElse(null),
                request.limit() + 1);
    return Page.of(
        found.stream().map(SellerTierRow::toDomain).toList(), request, tier -> tier.id().value());
  }

  @Override
  public Addition add(SellerTier tier) {
    return mapper().insert(SellerTierRow.of(tier)) == 0 ? Addition.OVERLAP : Addition.ADDED;
  }

  @Override
  public void update(SellerTier tier) {
    if (mapper().update(SellerTierRow.of(tier)) == 0) {
      throw new ConcurrencyConflict("seller tier " + tier.id().value());
    }
  }

  private SellerTierMapper mapper() {
    return sessions.mapper(SellerTierMapper.class);
  }
}
