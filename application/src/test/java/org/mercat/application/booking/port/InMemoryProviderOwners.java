package org.mercat.application.booking.port;

import java.util.Optional;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;

/** The providers, in the words of booking. */
public final class InMemoryProviderOwners implements ProviderOwners {

  private final Providers providers;

  public InMemoryProviderOwners(Providers providers) {
    this.providers = providers;
  }

  @Override
  public Optional<UserId> ownerOf(ProviderId provider) {
    return providers.find(provider).map(Provider::owner);
  }
}
