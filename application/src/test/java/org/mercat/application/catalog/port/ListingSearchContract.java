package org.mercat.application.catalog.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.catalog.port.SampleListings.NOW;
import static org.mercat.application.catalog.port.SampleListings.done;
import static org.mercat.application.catalog.port.SampleListings.offering;
import static org.mercat.application.provider.port.SampleProviders.TORONTO;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.catalog.port.ListingSearch.Circle;
import org.mercat.application.catalog.port.ListingSearch.Criteria;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.catalog.Category;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;

/** What every adapter of {@link ListingSearch} promises; each test has a catalog of its own. */
public interface ListingSearchContract extends WithListings {

  ListingSearch search();

  @Test
  default void shows_what_is_active_of_sellers_who_are_trusted() {
    var trusted = verified();
    var shown = published(trusted, "Dog walking");
    var draft = drafted(trusted);
    var paused = published(trusted, "Paused");
    update(done(paused.pause(NOW)));
    var archived = published(trusted, "Archived");
    update(done(archived.archive(NOW)));
    var hidden = published(registered(), "Hidden");

    assertThat(find(Criteria.ANY)).containsExactly(shown).doesNotContain(draft, hidden);
  }

  @Test
  default void hides_the_listings_of_a_seller_that_is_trusted_no_longer() {
    var provider = verified();
    var shown = published(provider, "Dog walking");
    assertThat(find(Criteria.ANY)).containsExactly(shown);

    assertThat(update(SampleProviders.rejected(provider)).mayOffer()).isFalse();

    assertThat(find(Criteria.ANY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "walking",
        "DOG",
        "dog, walking!",
        "block dog",
        "quebec",
        "Québec",
        "dog-walking",
        "  ",
        "24"
      })
  default void finds_a_listing_by_words_of_its_title_and_description(String words) {
    var listing =
        published(verified(), offering("Dog walking (24 h)", "Around the block in Québec."));

    assertThat(find(saying(words))).containsExactly(listing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat", "dog cat", "walk", "og"})
  default void misses_a_listing_that_lacks_one_of_the_words(String words) {
    var listing = published(verified(), offering("Dog walking", "Around the block."));

    assertThat(find(saying(words))).doesNotContain(listing).isEmpty();
  }

  @Test
  default void a_change_of_the_text_is_found_at_once() {
    var listing = published(verified(), "Dog walking");

    var changed = update(done(listing.change(offering("Cat sitting", "At home."), NOW)));

    assertThat(find(saying("dog"))).isEmpty();
    assertThat(find(saying("cat"))).containsExactly(changed);
  }

  @Test
  default void finds_by_category_and_by_provider() {
    var one = verified();
    var other = verified();
    var vet = published(one, offering("Check-up", "At home.", Category.VET, Optional.empty()));
    var training =
        published(other, offering("Sit!", "And stay.", Category.TRAINING, Optional.empty()));

    assertThat(find(of(Category.VET))).containsExactly(vet);
    assertThat(find(by(other.id()))).containsExactly(training);
    assertThat(find(of(Category.GROOMING))).isEmpty();
  }

  @ParameterizedTest(name = "{0} m")
  @CsvSource({"400, false", "3000, true", "500000, true"})
  default void finds_what_lies_in_a_circle(int radiusMetres, boolean found) {
    var aMileNorth = new Coordinates(TORONTO.latitude() + 0.0145, TORONTO.longitude());
    var listing = published(verified(), at(aMileNorth));

    assertThat(find(around(TORONTO, radiusMetres)).contains(listing)).isEqualTo(found);
  }

  @Test
  default void a_listing_without_a_place_is_where_its_provider_is() {
    var inToronto = verified();
    var nowhere = verified(SampleProviders.bareProfile("Nowhere " + UUID.randomUUID()));
    var there = published(inToronto, "Here");
    var unknown = published(nowhere, "Somewhere");
    var elsewhere = published(inToronto, at(new Coordinates(45.5019, -73.5674)));

    assertThat(find(around(TORONTO, 1_000)))
        .containsExactly(there)
        .doesNotContain(unknown, elsewhere);
  }

  @ParameterizedTest(name = "across {0} {1} to {2} {3}")
  @CsvSource({
    "-17.0, 179.99, -17.0, -179.99",
    "89.99, 0.0, 89.99, 180.0",
    "60.0, 10.0, 60.0, 10.3"
  })
  default void a_circle_reaches_over_the_date_line_and_the_pole(
      double latitude, double longitude, double otherLatitude, double otherLongitude) {
    var listing = published(verified(), at(new Coordinates(otherLatitude, otherLongitude)));

    assertThat(find(around(new Coordinates(latitude, longitude), 20_000))).containsExactly(listing);
  }

  @Test
  default void every_criterion_counts() {
    var provider = verified();
    var listing =
        published(provider, offering("Check-up", "At home.", Category.VET, Optional.of(TORONTO)));
    var circle = new Circle(TORONTO, 1_000);
    var all =
        new Criteria(
            Optional.of("check"),
            Optional.of(Category.VET),
            Optional.of(provider.id()),
            Optional.of(circle));
    var other =
        new Criteria(
            Optional.of("check"),
            Optional.of(Category.TRAINING),
            Optional.of(provider.id()),
            Optional.of(circle));

    assertThat(find(all)).containsExactly(listing);
    assertThat(find(other)).isEmpty();
  }

  @Test
  default void pages_go_through_everything_once_newest_first() {
    var provider = verified();
    var all =
        IntStream.range(0, 5).mapToObj(count -> published(provider, "Walk " + count)).toList();

    var seen = new ArrayList<Listing>();
    var page = page(new PageRequest(2, Optional.empty()));
    seen.addAll(page.items());
    while (page.next().isPresent()) {
      assertThat(page.items()).hasSize(2);
      page = page(new PageRequest(2, page.next()));
      seen.addAll(page.items());
    }

    assertThat(seen).containsExactlyElementsOf(all.reversed());
  }

  private Listing published(Provider provider, String title) {
    return published(provider, offering(title, "As you like it."));
  }

  private static Offering at(Coordinates place) {
    return offering("Walk", "There.", Category.OTHER, Optional.of(place));
  }

  private static Criteria saying(String words) {
    return new Criteria(Optional.of(words), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Criteria of(Category category) {
    return new Criteria(
        Optional.empty(), Optional.of(category), Optional.empty(), Optional.empty());
  }

  private static Criteria by(ProviderId provider) {
    return new Criteria(
        Optional.empty(), Optional.empty(), Optional.of(provider), Optional.empty());
  }

  private static Criteria around(Coordinates centre, int radiusMetres) {
    return new Criteria(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Circle(centre, radiusMetres)));
  }

  private List<Listing> find(Criteria criteria) {
    return unitOfWork()
        .run(() -> search().find(criteria, new PageRequest(PageRequest.MOST, Optional.empty())))
        .items();
  }

  private Page<Listing> page(PageRequest request) {
    return unitOfWork().run(() -> search().find(Criteria.ANY, request));
  }
}
