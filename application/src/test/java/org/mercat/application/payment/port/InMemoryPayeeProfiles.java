package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.application.identity.port.Users;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider;

/** The providers and their accounts, in the words of payment. */
public final class InMemoryPayeeProfiles implements PayeeProfiles {

  private final Providers providers;
  private final Users users;

  public InMemoryPayeeProfiles(Providers providers, Users users) {
    this.providers = providers;
    this.users = users;
  }

  @Override
  public Optional<Profile> of(UserId owner) {
    return users
        .find(owner)
        .flatMap(account -> providers.ofOwner(owner).map(it -> profile(it, account)));
  }

  private static Profile profile(Provider provider, UserAccount owner) {
    var said = provider.profile();
    return new Profile(
        provider.id(),
        said.businessName(),
        said.place().jurisdiction().country(),
        owner.email().value());
  }
}
