package org.mercat.domain.provider;

import java.time.ZoneId;
import java.util.Optional;
import org.mercat.domain.tax.TaxRegistration;

/**
 * What a provider says about itself.
 *
 * @param zone where its hours are read
 * @param taxRegistration with it the provider collects the taxes of the place of supply
 * @param serviceRadiusMetres how far it travels
 */
public record Profile(
    String businessName,
    Place place,
    ZoneId zone,
    Optional<TaxRegistration> taxRegistration,
    Optional<Integer> serviceRadiusMetres,
    Presentation presentation,
    Affiliation affiliation) {

  public static final int LONGEST_BUSINESS_NAME = 200;
  public static final int LARGEST_RADIUS_METRES = 1_000_000;

  public Profile {
    var length = businessName.codePointCount(0, businessName.length());
    if (businessName.isBlank() || length > LONGEST_BUSINESS_NAME) {
      throw new IllegalArgumentException("no business name: " + length);
    }
    if (serviceRadiusMetres.stream().anyMatch(r -> r < 1 || r > LARGEST_RADIUS_METRES)) {
      throw new IllegalArgumentException("no service radius: " + serviceRadiusMetres);
    }
  }

  /** A profile that says nothing of other systems. */
  public Profile(
      String businessName,
      Place place,
      ZoneId zone,
      Optional<TaxRegistration> taxRegistration,
      Optional<Integer> serviceRadiusMetres,
      Presentation presentation) {
    this(
        businessName,
        place,
        zone,
        taxRegistration,
        serviceRadiusMetres,
        presentation,
        Affiliation.NONE);
  }

  Profile with(Affiliation next) {
    return new Profile(
        businessName, place, zone, taxRegistration, serviceRadiusMetres, presentation, next);
  }

  /** What everybody may read about a provider, as far as it wants to say it. */
  public record Presentation(
      Optional<String> bio,
      Optional<String> publicEmail,
      Optional<String> publicPhone,
      Optional<String> website) {

    public static final Presentation NONE =
        new Presentation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
