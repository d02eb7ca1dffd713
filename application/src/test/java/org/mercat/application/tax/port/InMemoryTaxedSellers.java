package org.mercat.application.tax.port;

import java.util.Optional;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;

/** The providers, in the words of taxes. */
public final class InMemoryTaxedSellers implements TaxedSellers {

  private final Providers providers;

  public InMemoryTaxedSellers(Providers providers) {
    this.providers = providers;
  }

  @Override
  public Optional<Seller> find(ProviderId provider) {
    return providers.find(provider).map(InMemoryTaxedSellers::seller);
  }

  @Override
  public Optional<Seller> ofOwner(UserId owner) {
    return providers.ofOwner(owner).map(InMemoryTaxedSellers::seller);
  }

  private static Seller seller(Provider provider) {
    var profile = provider.profile();
    return new Seller(
        provider.id(), profile.place().jurisdiction(), profile.taxRegistration().isPresent());
  }
}
