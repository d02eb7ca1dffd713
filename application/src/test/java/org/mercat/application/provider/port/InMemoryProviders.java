package org.mercat.application.provider.port;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.provider.Standing;
import org.mercat.domain.shared.Slug;

public final class InMemoryProviders implements Providers, Store {

  private Map<ProviderId, Provider> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public ProviderId nextId() {
    return new ProviderId(UUID.randomUUID());
  }

  @Override
  public Optional<Provider> find(ProviderId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Optional<Provider> ofOwner(UserId owner) {
    return first(provider -> provider.owner().equals(owner));
  }

  @Override
  public Addition add(Provider provider) {
    if (ofOwner(provider.owner()).isPresent()) {
      return Addition.OWNER_IS_ONE;
    }
    if (first(other -> hasSlug(other, provider.slug())).isPresent()) {
      return Addition.SLUG_TAKEN;
    }
    stored.put(provider.id(), provider);
    return Addition.ADDED;
  }

  @Override
  public Provider update(Provider provider) {
    var current = stored.get(provider.id());
    if (current == null || current.version() != provider.version()) {
      throw new ConcurrencyConflict(provider.id().toString());
    }
    var next =
        new Provider(
            provider.id(),
            provider.owner(),
            provider.slug(),
            provider.profile(),
            provider.verification(),
            provider.standing(),
            provider.payable(),
            provider.registeredAt(),
            provider.version() + 1);
    stored.put(next.id(), next);
    return next;
  }

  private static boolean hasSlug(Provider provider, Slug slug) {
    return provider.standing() != Standing.DELETED && provider.slug().equals(slug);
  }

  private Optional<Provider> first(Predicate<Provider> asked) {
    return stored.values().stream().filter(asked).findFirst();
  }
}
