package org.mercat.application.booking.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.provider.port.WithProviders;

/** What every adapter of {@link ProviderOwners} promises. */
public interface ProviderOwnersContract extends WithProviders {

  ProviderOwners owners();

  @Test
  default void finds_the_person_behind_a_provider() {
    var provider = registered();

    assertThat(unitOfWork().run(() -> owners().ownerOf(provider.id()))).contains(provider.owner());
  }

  @Test
  default void finds_nobody_behind_an_unknown_provider() {
    var unknown = providers().nextId();

    assertThat(unitOfWork().run(() -> owners().ownerOf(unknown))).isEmpty();
  }
}
