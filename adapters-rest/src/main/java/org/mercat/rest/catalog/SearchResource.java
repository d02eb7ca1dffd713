package org.mercat.rest.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.mercat.application.catalog.SearchListings;
import org.mercat.application.catalog.port.ListingSearch.Circle;
import org.mercat.application.catalog.port.ListingSearch.Criteria;
import org.mercat.domain.geo.Coordinates;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Query;

/** What everybody may see of the catalog, by what it is like. */
@Path("search")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

  private static final int LONGEST_WORDS = 200;
  private static final int RADIUS_METRES = 25_000;

  private final SearchListings search;

  @Inject
  public SearchResource(SearchListings search) {
    this.search = search;
  }

  @GET
  public Listed<ListingView> search(@Context UriInfo uri) {
    var query =
        Query.only(uri, "q", "category", "lat", "lon", "radiusMetres", Paging.LIMIT, Paging.CURSOR);
    var category = query.word("category", CatalogWords.CATEGORIES);
    var words = query.text("q", LONGEST_WORDS);
    var criteria = new Criteria(words, category, Optional.empty(), circle(query));
    var page = search.handle(new SearchListings.Command(criteria, Paging.parse(query)));
    return Listed.of(page.map(ListingView::of));
  }

  /** Any of the three needs the place; only the radius may be left out. */
  private static Optional<Circle> circle(Query query) {
    var lat = query.decimal("lat", -90, 90);
    var lon = query.decimal("lon", -180, 180);
    var radius = query.number("radiusMetres", 1, Circle.LARGEST_RADIUS_METRES);
    if (lat.isEmpty() && lon.isEmpty() && radius.isEmpty()) {
      return Optional.empty();
    }
    var centre =
        new Coordinates(
            Query.required("lat", lat).doubleValue(), Query.required("lon", lon).doubleValue());
    return Optional.of(new Circle(centre, radius.orElse(RADIUS_METRES)));
  }
}
