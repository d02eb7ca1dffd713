package org.mercat.application.catalog.port;

import java.util.Optional;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;

/**
 * Driven port: what the catalog needs to know of providers, in its own words; see {@code
 * SellersContract}.
 */
public interface Sellers {

  Optional<Seller> find(ProviderId provider);

  /** The seller that a person is. */
  Optional<Seller> ofOwner(UserId owner);

  /**
   * Somebody who may have listings.
   *
   * @param trusted whether what is listed may be shown: verified, and neither suspended nor gone
   */
  record Seller(ProviderId provider, UserId owner, boolean trusted) {}
}
