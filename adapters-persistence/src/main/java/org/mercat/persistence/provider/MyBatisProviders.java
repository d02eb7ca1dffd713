package org.mercat.persistence.provider;

import java.util.Optional;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

/** Constraints decide who is a provider and who has a slug; the row says afterwards which one. */
public final class MyBatisProviders implements Providers {

  private final Sessions sessions;

  public MyBatisProviders(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public ProviderId nextId() {
    return new ProviderId(Ids.next());
  }

  @Override
  public Optional<Provider> find(ProviderId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(ProviderRow::toDomain);
  }

  @Override
  public Optional<Provider> ofOwner(UserId owner) {
    return Optional.ofNullable(mapper().ofOwner(owner.value())).map(ProviderRow::toDomain);
  }

  @Override
  public Addition add(Provider provider) {
    if (mapper().insert(ProviderRow.of(provider)) == 1) {
      return Addition.ADDED;
    }
    return ofOwner(provider.owner()).isPresent() ? Addition.OWNER_IS_ONE : Addition.SLUG_TAKEN;
  }

  @Override
  public Provider update(Provider provider) {
    if (mapper().update(ProviderRow.of(provider)) == 0) {
      throw new ConcurrencyConflict("provider " + provider.id().value());
    }
    return find(provider.id()).orElseThrow();
  }

  private ProviderMapper mapper() {
    return sessions.mapper(ProviderMapper.class);
  }
}
