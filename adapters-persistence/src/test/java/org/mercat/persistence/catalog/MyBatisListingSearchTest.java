package org.mercat.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.catalog.port.ListingSearch;
import org.mercat.application.catalog.port.ListingSearch.Circle;
import org.mercat.application.catalog.port.ListingSearch.Criteria;
import org.mercat.application.catalog.port.ListingSearchContract;
import org.mercat.application.catalog.port.SampleListings;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.provider.Place;
import org.mercat.domain.provider.Profile;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisListingSearchTest extends MyBatisCatalog implements ListingSearchContract {

  private static final PageRequest ALL = new PageRequest(PageRequest.MOST, Optional.empty());

  @Override
  public ListingSearch search() {
    return new MyBatisListingSearch(TestDatabase.SESSIONS);
  }

  @Test
  void every_tenant_searches_its_own_catalog() {
    var here = published(verified(), SampleListings.offering("Dog walking", "Around the block."));
    var elsewhere = TestDatabase.unitOfWork();

    assertThat(unitOfWork().run(() -> search().find(Criteria.ANY, ALL)).items())
        .containsExactly(here);
    assertThat(elsewhere.run(() -> search().find(Criteria.ANY, ALL)).items()).isEmpty();
  }

  @Test
  void the_listings_of_a_provider_move_with_it() {
    var provider = verified();
    var listing = published(provider, SampleListings.offering("Walk", "Around the block."));
    var montreal = new Coordinates(45.5019, -73.5674);

    var moved = update(SampleProviders.done(provider.change(at(montreal), SampleProviders.NOW)));

    assertThat(moved.profile().place().coordinates()).contains(montreal);
    assertThat(unitOfWork().run(() -> search().find(around(montreal), ALL)).items())
        .containsExactly(listing);
    assertThat(unitOfWork().run(() -> search().find(around(SampleProviders.TORONTO), ALL)).items())
        .isEmpty();
  }

  private static Profile at(Coordinates coordinates) {
    var profile = SampleProviders.profile("Moved");
    var place = profile.place();
    return new Profile(
        profile.businessName(),
        new Place(place.jurisdiction(), place.postalCode(), place.city(), Optional.of(coordinates)),
        profile.zone(),
        profile.taxRegistration(),
        profile.serviceRadiusMetres(),
        profile.presentation());
  }

  private static Criteria around(Coordinates centre) {
    return new Criteria(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Circle(centre, 5_000)));
  }
}
