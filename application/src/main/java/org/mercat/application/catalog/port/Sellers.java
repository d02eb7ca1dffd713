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

  /** Whether the person is the one behind that provider. */
  default boolean owns(UserId person, ProviderId provider) {
    return find(provider).filter(seller -> seller.owner().equals(person)).isPresent();
  }

  /**
   * Somebody who may have listings.
   *
   * @param trusted whether what is listed may be shown: verified, and neither suspended nor gone
   */
  record Seller(ProviderId provider, UserId owner, boolean trusted) {}
}
