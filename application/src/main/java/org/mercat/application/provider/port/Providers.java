package org.mercat.application.provider.port;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;

/** Driven port: all providers. Every adapter must pass {@code ProvidersContract}. */
public interface Providers {

  ProviderId nextId();

  Optional<Provider> find(ProviderId id);

  /** The provider that a person is; nobody is two. */
  Optional<Provider> ofOwner(UserId owner);

  /** Adds the provider unless its owner is one already, or its slug is taken. */
  Addition add(Provider provider);

  /**
   * Stores the provider as version n + 1, and returns that.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  @CanIgnoreReturnValue
  Provider update(Provider provider);

  enum Addition {
    ADDED,
    OWNER_IS_ONE,
    SLUG_TAKEN
  }
}
