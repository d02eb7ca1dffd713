package org.mercat.rest.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.geo.Subdivisions;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.provider.Affiliation;
import org.mercat.domain.provider.Affiliation.ProviderType;
import org.mercat.domain.provider.Affiliation.TenantLink;
import org.mercat.domain.provider.Place;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.Profile.Presentation;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxRegistration;
import org.mercat.rest.shared.LatLon;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Patch;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** A profile as it is sent: every member by itself is right, how they go together is still open. */
record ProfileText(
    String businessName,
    String country,
    String subdivision,
    String postalCode,
    Optional<String> city,
    LatLon place,
    ZoneId zone,
    Optional<TaxRegistration> taxRegistration,
    Optional<Integer> serviceRadiusMetres,
    Presentation presentation,
    Affiliation affiliation) {

  private static final Map<String, ProviderType> TYPES =
      Map.of(
          "breeder", ProviderType.BREEDER,
          "service_provider", ProviderType.SERVICE_PROVIDER,
          "both", ProviderType.BOTH);
  private static final String NO_COUNTRY = "is no country (ISO 3166-1 alpha-2)";
  private static final String NO_ZONE = "is no time zone (IANA)";
  private static final String NO_TAX_REGISTRATION = "is no GST/HST account such as 123456782RT0001";
  private static final int LONGEST_SUBDIVISION = 3;
  private static final int LONGEST_POSTAL_CODE = 12;
  private static final int LONGEST_CITY = 100;
  private static final int LONGEST_BIO = 2_000;
  private static final int LONGEST_PHONE = 40;
  private static final int LONGEST_WEBSITE = 300;
  private static final Set<String> WEB = Set.of("http", "https");

  static Parsed<Profile> registration(ZoneBook zones, @Nullable JsonNode body) {
    var members = Members.of(body);
    var name = members.text("businessName", 1, Profile.LONGEST_BUSINESS_NAME);
    var country = members.read("country", ProfileText::countryOf, NO_COUNTRY);
    var subdivision = members.text("subdivision", 1, LONGEST_SUBDIVISION);
    var postalCode = members.text("postalCode", 1, LONGEST_POSTAL_CODE);
    var zone = members.read("timeZone", text -> zoneOf(zones, text), NO_ZONE);
    var lat = members.optionalDecimal("lat", -90, 90);
    var lon = members.optionalDecimal("lon", -180, 180);
    var tax =
        members.optionalRead(
            "taxRegistration", ProfileText::taxRegistrationOf, NO_TAX_REGISTRATION);
    var type = members.optionalWord("providerType", TYPES);
    var link = members.optionalText("tenantLink", 1, TenantLink.LONGEST);
    var radius = members.optionalNumber("serviceRadiusMetres", 1, Profile.LARGEST_RADIUS_METRES);
    return members
        .into(
            () ->
                new ProfileText(
                    name.get(),
                    country.get(),
                    subdivision.get(),
                    postalCode.get(),
                    Optional.empty(),
                    new LatLon(lat.get(), lon.get()),
                    zone.get(),
                    tax.get(),
                    radius.get(),
                    Presentation.NONE,
                    new Affiliation(
                        type.get().orElse(ProviderType.SERVICE_PROVIDER),
                        link.get().map(ProfileText::claimed))))
        .then(ProfileText::profile);
  }

  /** What the profile is after the patch. */
  static Parsed<Profile> patched(ZoneBook zones, Profile profile, @Nullable JsonNode body) {
    var now = of(profile);
    var said = now.presentation;
    var patch = Patch.of(body);
    var name = patch.text("businessName", 1, Profile.LONGEST_BUSINESS_NAME);
    var country = patch.read("country", ProfileText::countryOf, NO_COUNTRY);
    var subdivision = patch.text("subdivision", 1, LONGEST_SUBDIVISION);
    var postalCode = patch.text("postalCode", 1, LONGEST_POSTAL_CODE);
    var city = patch.optionalText("city", 1, LONGEST_CITY);
    var zone = patch.read("timeZone", text -> zoneOf(zones, text), NO_ZONE);
    var lat = patch.optionalDecimal("lat", -90, 90);
    var lon = patch.optionalDecimal("lon", -180, 180);
    var tax =
        patch.optionalRead("taxRegistration", ProfileText::taxRegistrationOf, NO_TAX_REGISTRATION);
    var type = patch.word("providerType", TYPES);
    var link = patch.optionalText("tenantLink", 1, TenantLink.LONGEST);
    var radius = patch.optionalNumber("serviceRadiusMetres", 1, Profile.LARGEST_RADIUS_METRES);
    var bio = patch.optionalText("bio", 1, LONGEST_BIO);
    var email = patch.optionalRead("publicEmail", ProfileText::emailOf, "is not an e-mail address");
    var phone = patch.optionalText("publicPhone", 1, LONGEST_PHONE);
    var website = patch.optionalRead("website", ProfileText::websiteOf, "is no address of a page");
    return patch
        .into(
            () ->
                new ProfileText(
                    name.get().over(now.businessName),
                    country.get().over(now.country),
                    subdivision.get().over(now.subdivision),
                    postalCode.get().over(now.postalCode),
                    city.get().overOptional(now.city),
                    new LatLon(
                        lat.get().overOptional(now.place.lat()),
                        lon.get().overOptional(now.place.lon())),
                    zone.get().over(now.zone),
                    tax.get().overOptional(now.taxRegistration),
                    radius.get().overOptional(now.serviceRadiusMetres),
                    new Presentation(
                        bio.get().overOptional(said.bio()),
                        email.get().overOptional(said.publicEmail()),
                        phone.get().overOptional(said.publicPhone()),
                        website.get().overOptional(said.website())),
                    new Affiliation(
                        type.get().over(now.affiliation.type()),
                        link.get()
                            .overOptional(now.affiliation.link().map(TenantLink::id))
                            .map(ProfileText::claimed))))
        .then(ProfileText::profile);
  }

  private static ProfileText of(Profile profile) {
    var place = profile.place();
    return new ProfileText(
        profile.businessName(),
        place.jurisdiction().country(),
        place.jurisdiction().subdivision(),
        place.postalCode().value(),
        place.city(),
        LatLon.of(place.coordinates()),
        profile.zone(),
        profile.taxRegistration(),
        profile.serviceRadiusMetres(),
        profile.presentation(),
        profile.affiliation());
  }

  /** What a provider says, nobody has verified. */
  private static TenantLink claimed(String id) {
    return new TenantLink(id, false);
  }

  /** The profile, if its members go together. */
  private Parsed<Profile> profile() {
    var violations = new ArrayList<Violation>();
    place.violation().ifPresent(violations::add);
    var jurisdiction = Jurisdiction.parse(country, subdivision);
    if (jurisdiction.isEmpty()) {
      violations.add(
          new Violation("/subdivision", Code.OUT_OF_RANGE, "is no subdivision of " + country));
    }
    var post = PostalCode.parse(country, postalCode);
    if (post.isEmpty()) {
      violations.add(
          new Violation("/postalCode", Code.MALFORMED, "is no postal code of " + country));
    }
    if (!violations.isEmpty()) {
      return new Parsed.Invalid<>(violations);
    }
    var home = new Place(jurisdiction.orElseThrow(), post.orElseThrow(), city, place.coordinates());
    return new Parsed.Valid<>(
        new Profile(
            businessName,
            home,
            zone,
            taxRegistration,
            serviceRadiusMetres,
            presentation,
            affiliation));
  }

  private static String countryOf(String text) {
    if (!Subdivisions.isCountry(text)) {
      throw new IllegalArgumentException(NO_COUNTRY);
    }
    return text;
  }

  /** Only places have zones that know their clocks; a bare offset does not. */
  private static ZoneId zoneOf(ZoneBook zones, String text) {
    return Optional.of(ZoneId.of(text))
        .filter(zones.known()::contains)
        .orElseThrow(() -> new IllegalArgumentException(NO_ZONE));
  }

  private static TaxRegistration taxRegistrationOf(String text) {
    return TaxRegistration.parse(text)
        .orElseThrow(() -> new IllegalArgumentException(NO_TAX_REGISTRATION));
  }

  private static String emailOf(String text) {
    return EmailAddress.of(text).value();
  }

  private static String websiteOf(String text) {
    var address = URI.create(text);
    var isPage =
        address.getScheme() != null
            && WEB.contains(address.getScheme())
            && address.getHost() != null;
    if (!isPage || text.length() > LONGEST_WEBSITE) {
      throw new IllegalArgumentException("no page");
    }
    return text;
  }
}
