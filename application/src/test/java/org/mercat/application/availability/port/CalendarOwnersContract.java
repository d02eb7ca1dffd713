package org.mercat.application.availability.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.provider.port.Providers.Addition;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.shared.UnitOfWork;

/** What every adapter of {@link CalendarOwners} promises. */
public interface CalendarOwnersContract {

  /** What the owners own, in the words of its own context. */
  Providers providers();

  CalendarOwners owners();

  UnitOfWork unitOfWork();

  @Test
  default void finds_the_provider_that_a_person_is() {
    var provider = SampleProviders.registered(providers().nextId());
    assertThat(unitOfWork().run(() -> providers().add(provider))).isEqualTo(Addition.ADDED);

    assertThat(unitOfWork().run(() -> owners().of(provider.owner()))).contains(provider.id());
  }

  @Test
  default void finds_nothing_of_a_person_who_is_no_provider() {
    var nobody = SampleProviders.anybody();

    assertThat(unitOfWork().run(() -> owners().of(nobody))).isEmpty();
  }
}
