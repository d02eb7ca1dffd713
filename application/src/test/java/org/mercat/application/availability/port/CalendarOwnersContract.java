package org.mercat.application.availability.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.provider.port.WithProviders;

/** What every adapter of {@link CalendarOwners} promises. */
public interface CalendarOwnersContract extends WithProviders {

  CalendarOwners owners();

  @Test
  default void finds_the_provider_that_a_person_is() {
    var provider = registered();

    assertThat(unitOfWork().run(() -> owners().of(provider.owner()))).contains(provider.id());
  }

  @Test
  default void finds_nothing_of_a_person_who_is_no_provider() {
    var nobody = anybody();

    assertThat(unitOfWork().run(() -> owners().of(nobody))).isEmpty();
  }
}
