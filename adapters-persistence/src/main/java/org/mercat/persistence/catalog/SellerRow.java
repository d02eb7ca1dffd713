package org.mercat.persistence.catalog;

import java.util.UUID;
import org.mercat.application.catalog.port.Sellers.Seller;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;

/** Table {@code provider}, as far as the catalog reads it. */
record SellerRow(UUID id, UUID ownerId, boolean trusted) {

  Seller toDomain() {
    return new Seller(new ProviderId(id), new UserId(ownerId), trusted);
  }
}
