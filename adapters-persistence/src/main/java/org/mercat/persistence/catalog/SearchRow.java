package org.mercat.persistence.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.catalog.port.ListingSearch.Circle;
import org.mercat.application.catalog.port.ListingSearch.Criteria;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.provider.ProviderId;

/** The arguments of the function {@code search_listings}; what is null does not matter. */
record SearchRow(
    @Nullable String words,
    @Nullable String category,
    @Nullable UUID providerId,
    @Nullable Double centreLat,
    @Nullable Double centreLon,
    @Nullable Integer radiusMetres,
    @Nullable UUID beforeId,
    int most) {

  /** One listing more than the page holds tells whether another page follows. */
  static SearchRow of(Criteria criteria, PageRequest page) {
    var centre = criteria.around().map(Circle::centre);
    return new SearchRow(
        criteria.words().map(SearchWords::of).filter(some -> !some.isEmpty()).orElse(null),
        criteria.category().map(Enum::name).orElse(null),
        criteria.provider().map(ProviderId::value).orElse(null),
        centre.map(Coordinates::latitude).orElse(null),
        centre.map(Coordinates::longitude).orElse(null),
        criteria.around().map(Circle::radiusMetres).orElse(null),
        page.after().orElse(null),
        page.limit() + 1);
  }
}
