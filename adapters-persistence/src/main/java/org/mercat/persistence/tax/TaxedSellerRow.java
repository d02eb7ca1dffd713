package org.mercat.persistence.tax;

import java.util.UUID;
import org.mercat.application.tax.port.TaxedSellers.Seller;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.tax.Jurisdiction;

/** Table {@code provider}, as far as taxes go by it. */
record TaxedSellerRow(UUID id, String country, String subdivision, boolean registered) {

  Seller toDomain() {
    return new Seller(new ProviderId(id), new Jurisdiction(country, subdivision), registered);
  }
}
