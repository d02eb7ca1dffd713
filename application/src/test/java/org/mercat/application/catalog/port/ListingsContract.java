package org.mercat.application.catalog.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.catalog.port.Listings.Addition.ADDED;
import static org.mercat.application.catalog.port.Listings.Addition.SLUG_TAKEN;
import static org.mercat.application.catalog.port.SampleListings.NOW;
import static org.mercat.application.catalog.port.SampleListings.active;
import static org.mercat.application.catalog.port.SampleListings.done;
import static org.mercat.application.catalog.port.SampleListings.draft;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.catalog.port.Listings.Addition;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.catalog.Category;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.LocationType;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.catalog.PaymentFlow;
import org.mercat.domain.catalog.PricingType;
import org.mercat.domain.catalog.Timing;
import org.mercat.domain.shared.Money;

/** What every adapter of {@link Listings} promises. */
public interface ListingsContract extends WithListings {

  Offering WALK = SampleListings.offering("Dog walking", "Around the block.");

  @Test
  default void finds_what_was_added_by_its_id_and_by_its_slug() {
    var listing = drafted(registered());

    assertThat(find(listing)).contains(listing);
    assertThat(findBySlug(listing)).contains(listing);
  }

  @Test
  default void finds_nothing_that_was_not_added() {
    var listing = draft(listings().nextId(), registered().id(), WALK);

    assertThat(find(listing)).isEmpty();
    assertThat(findBySlug(listing)).isEmpty();
  }

  @Test
  default void a_slug_names_one_listing() {
    var first = drafted(registered());

    var second = draft(listings().nextId(), registered().id(), first.offering());

    assertThat(add(second)).isEqualTo(SLUG_TAKEN);
    assertThat(find(second)).isEmpty();
    assertThat(add(second.underOwnSlug())).isEqualTo(ADDED);
  }

  @Test
  default void an_archived_listing_is_not_found_and_leaves_its_slug_to_others() {
    var first = drafted(registered());

    assertThat(update(done(first.archive(NOW))).isArchived()).isTrue();

    assertThat(find(first)).isEmpty();
    assertThat(findBySlug(first)).isEmpty();
    assertThat(add(draft(listings().nextId(), registered().id(), first.offering())))
        .isEqualTo(ADDED);
  }

  @Test
  default void update_stores_every_change_and_moves_the_version_on() {
    var listing = drafted(registered());
    var other =
        new Offering(
            "Portraits",
            "Of your dog.",
            Category.STUD_SERVICE,
            Optional.of(SampleProviders.TORONTO),
            PricingType.FIXED,
            Money.of(12_000, "USD"),
            new Timing(
                Duration.ofMinutes(45),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ZERO),
            LocationType.BOTH,
            PaymentFlow.CAPTURE_HOLD);

    var changed = update(done(listing.change(other, NOW)));
    var published = update(active(changed));
    var paused = update(done(published.pause(NOW.plusSeconds(60))));

    assertThat(paused.version()).isEqualTo(3);
    assertThat(paused.offering()).isEqualTo(other);
    assertThat(find(listing)).contains(paused);
  }

  @Test
  default void update_refuses_a_stale_version() {
    var listing = drafted(registered());
    assertThat(update(active(listing)).version()).isEqualTo(1);

    var stale = done(listing.archive(NOW));

    assertThatThrownBy(() -> update(stale)).isInstanceOf(ConcurrencyConflict.class);
  }

  private Addition add(Listing listing) {
    return unitOfWork().run(() -> listings().add(listing));
  }

  private Optional<Listing> find(Listing listing) {
    return unitOfWork().run(() -> listings().find(new Name.ById(listing.id())));
  }

  private Optional<Listing> findBySlug(Listing listing) {
    return unitOfWork().run(() -> listings().find(new Name.BySlug(listing.slug())));
  }
}
