package org.mercat.application.availability.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.availability.port.ServiceTimes.ServiceTime;
import org.mercat.application.catalog.port.SampleListings;
import org.mercat.application.catalog.port.WithListings;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.catalog.Listing;

/** What every adapter of {@link ServiceTimes} promises. */
public interface ServiceTimesContract extends WithListings {

  ServiceTimes services();

  @Test
  default void finds_the_times_of_a_listing_that_everybody_may_see() {
    var provider = verified();
    var listing = update(SampleListings.active(drafted(provider)));

    assertThat(find(listing))
        .contains(
            new ServiceTime(
                provider.id(),
                ZoneId.of("America/Toronto"),
                new SlotRules(
                    Duration.ofHours(1),
                    Duration.ofMinutes(30),
                    Duration.ZERO,
                    Duration.ofMinutes(15)),
                true));
  }

  @Test
  default void finds_nothing_of_a_listing_that_is_not_shown() {
    var provider = verified();
    var listing = drafted(provider);
    assertThat(find(listing)).isEmpty();

    var active = update(SampleListings.active(listing));
    assertThat(find(listing)).isPresent();

    update(SampleListings.done(active.pause(SampleListings.NOW)));
    assertThat(find(listing)).isEmpty();
  }

  @Test
  default void finds_nothing_of_a_provider_that_is_trusted_no_longer() {
    var provider = verified();
    var listing = update(SampleListings.active(drafted(provider)));

    assertThat(update(SampleProviders.rejected(provider)).mayOffer()).isFalse();

    assertThat(find(listing)).isEmpty();
  }

  private Optional<ServiceTime> find(Listing listing) {
    return unitOfWork().run(() -> services().find(listing.id()));
  }
}
