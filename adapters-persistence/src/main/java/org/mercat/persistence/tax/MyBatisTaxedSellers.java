package org.mercat.persistence.tax;

import java.util.Optional;
import org.mercat.application.tax.port.TaxedSellers;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisTaxedSellers implements TaxedSellers {

  private final Sessions sessions;

  public MyBatisTaxedSellers(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Seller> find(ProviderId provider) {
    return Optional.ofNullable(mapper().find(provider.value())).map(TaxedSellerRow::toDomain);
  }

  @Override
  public Optional<Seller> ofOwner(UserId owner) {
    return Optional.ofNullable(mapper().ofOwner(owner.value())).map(TaxedSellerRow::toDomain);
  }

  private TaxedSellerMapper mapper() {
    return sessions.mapper(TaxedSellerMapper.class);
  }
}
