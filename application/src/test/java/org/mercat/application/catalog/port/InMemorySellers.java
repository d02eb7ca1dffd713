package org.mercat.application.catalog.port;

import java.util.Optional;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;

/** The providers, in the words of the catalog. */
public final class InMemorySellers implements Sellers {

  private final Providers providers;

  public InMemorySellers(Providers providers) {
    this.providers = providers;
  }

  @Override
  public Optional<Seller> find(ProviderId provider) {
    return providers.find(provider).map(InMemorySellers::seller);
  }

  @Override
  public Optional<Seller> ofOwner(UserId owner) {
    return providers.ofOwner(owner).map(InMemorySellers::seller);
  }

  private static Seller seller(Provider provider) {
    return new Seller(provider.id(), provider.owner(), provider.mayOffer());
  }
}
