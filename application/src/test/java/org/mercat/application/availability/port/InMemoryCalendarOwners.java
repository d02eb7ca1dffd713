package org.mercat.application.availability.port;

import java.util.Optional;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;

/** The providers, in the words of availability. */
public final class InMemoryCalendarOwners implements CalendarOwners {

  private final Providers providers;

  public InMemoryCalendarOwners(Providers providers) {
    this.providers = providers;
  }

  @Override
  public Optional<ProviderId> of(UserId owner) {
    return providers.ofOwner(owner).map(Provider::id);
  }
}
