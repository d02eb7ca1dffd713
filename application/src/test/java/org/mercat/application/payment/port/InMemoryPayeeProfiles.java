package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider;

/** The providers, in the words of payment. */
public final class InMemoryPayeeProfiles implements PayeeProfiles {

  private final Providers providers;

  public InMemoryPayeeProfiles(Providers providers) {
    this.providers = providers;
  }

  @Override
  public Optional<Profile> of(UserId owner) {
    return providers.ofOwner(owner).map(InMemoryPayeeProfiles::profile);
  }

  private static Profile profile(Provider provider) {
    var said = provider.profile();
    return new Profile(provider.id(), said.businessName(), said.place().jurisdiction().country());
  }
}
