package org.mercat.persistence.catalog;

import java.util.Optional;
import org.mercat.application.catalog.port.Sellers;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisSellers implements Sellers {

  private final Sessions sessions;

  public MyBatisSellers(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Seller> find(ProviderId provider) {
    return Optional.ofNullable(mapper().find(provider.value())).map(SellerRow::toDomain);
  }

  @Override
  public Optional<Seller> ofOwner(UserId owner) {
    return Optional.ofNullable(mapper().ofOwner(owner.value())).map(SellerRow::toDomain);
  }

  private SellerMapper mapper() {
    return sessions.mapper(SellerMapper.class);
  }
}
