package org.mercat.application.catalog.port;

import java.util.Optional;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.catalog.Category;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.provider.ProviderId;

/** Driven port: what is in the catalog for everybody; see {@code ListingSearchContract}. */
public interface ListingSearch {

  /** Active listings of trusted sellers that meet every criterion, newest first. */
  Page<Listing> find(Criteria criteria, PageRequest page);

  /**
   * What a listing must be like.
   *
   * @param words the title and the description hold each of them; case and accents do not matter
   */
  record Criteria(
      Optional<String> words,
      Optional<Category> category,
      Optional<ProviderId> provider,
      Optional<Circle> around) {

    public static final Criteria ANY =
        new Criteria(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A part of the world. A listing is where it says, or else where its provider is. */
  record Circle(Coordinates centre, int radiusMetres) {

    public static final int LARGEST_RADIUS_METRES = 500_000;

    public Circle {
      if (radiusMetres < 1 || radiusMetres > LARGEST_RADIUS_METRES) {
        throw new IllegalArgumentException("no radius: " + radiusMetres);
      }
    }
  }
}
