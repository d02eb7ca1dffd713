package org.mercat.application.catalog.port;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.geo.Distance;
import org.mercat.domain.provider.Provider;

/** Looks at every listing. */
public final class InMemoryListingSearch implements ListingSearch {

  private final InMemoryListings listings;
  private final Providers providers;

  public InMemoryListingSearch(InMemoryListings listings, Providers providers) {
    this.listings = listings;
    this.providers = providers;
  }

  @Override
  public Page<Listing> find(Criteria criteria, PageRequest page) {
    var found =
        listings.inCatalog().stream()
            .filter(Listing::isActive)
            .filter(listing -> providers.find(listing.provider()).orElseThrow().mayOffer())
            .filter(listing -> meets(listing, criteria))
            .sorted(Comparator.comparingLong(this::order).reversed())
            .filter(
                listing ->
                    page.after().stream()
                        .allMatch(id -> order(listing) < id.getMostSignificantBits()))
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, listing -> listing.id().value());
  }

  private long order(Listing listing) {
    return listing.id().value().getMostSignificantBits();
  }

  private boolean meets(Listing listing, Criteria criteria) {
    var offering = listing.offering();
    var text = words(offering.title() + " " + offering.description());
    return criteria.words().stream().allMatch(asked -> text.containsAll(words(asked)))
        && criteria.category().stream().allMatch(offering.category()::equals)
        && criteria.provider().stream().allMatch(listing.provider()::equals)
        && criteria.around().stream().allMatch(circle -> isWithin(circle, listing));
  }

  private boolean isWithin(Circle circle, Listing listing) {
    var radius = new Distance(circle.radiusMetres());
    return place(listing)
        .filter(place -> circle.centre().to(place).compareTo(radius) <= 0)
        .isPresent();
  }

  private Optional<Coordinates> place(Listing listing) {
    return listing
        .offering()
        .coordinates()
        .or(
            () ->
                providers
                    .find(listing.provider())
                    .map(Provider::profile)
                    .flatMap(profile -> profile.place().coordinates()));
  }

  private static Set<String> words(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
