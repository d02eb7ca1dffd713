package org.mercat.application.tax.port;

import java.util.Optional;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.tax.Jurisdiction;

/** Driven port: the providers, as far as taxes go by them; see {@code TaxedSellersContract}. */
public interface TaxedSellers {

  Optional<Seller> find(ProviderId provider);

  /** The provider that a person is. */
  Optional<Seller> ofOwner(UserId owner);

  /**
   * A business that sells.
   *
   * @param place where it is
   * @param registered whether it has a GST/HST account
   */
  record Seller(ProviderId provider, Jurisdiction place, boolean registered) {}
}
