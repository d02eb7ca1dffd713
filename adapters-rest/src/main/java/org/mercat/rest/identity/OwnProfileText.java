package org.mercat.rest.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.geo.Subdivisions;
import org.mercat.domain.identity.HomeAddress;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.Phone;
import org.mercat.domain.identity.PhoneNumber;
import org.mercat.domain.identity.Profile;
import org.mercat.domain.notification.Language;
import org.mercat.rest.shared.Change;
import org.mercat.rest.shared.LatLon;
import org.mercat.rest.shared.Member;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Patch;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** What somebody says about himself, as it is sent: how it goes together is still open. */
record OwnProfileText(
    PersonName name,
    Optional<Phone> phone,
    Optional<String> line1,
    Optional<String> line2,
    Optional<String> city,
    Optional<String> subdivision,
    Optional<String> postalCode,
    Optional<String> country,
    LatLon place,
    Language language) {

  private static final Map<String, Language> LANGUAGES =
      Map.of("en", Language.EN, "fr", Language.FR);
  private static final String NO_COUNTRY = "is no country (ISO 3166-1 alpha-2)";
  private static final int LONGEST_SUBDIVISION = 3;
  private static final int LONGEST_POSTAL_CODE = 12;

  /** What the profile is after the patch. */
  static Parsed<Profile> patched(Profile profile, @Nullable JsonNode body) {
    var home = profile.address();
    var place = LatLon.of(home.coordinates());
    var patch = Patch.of(body);
    var first = name(patch, "firstName");
    var last = name(patch, "lastName");
    var phone = patch.optionalRead("phone", PhoneNumbers::of, PhoneNumbers.NONE);
    var line1 = patch.optionalText("addressLine1", 1, HomeAddress.LONGEST_LINE);
    var line2 = patch.optionalText("addressLine2", 1, HomeAddress.LONGEST_LINE);
    var city = patch.optionalText("city", 1, HomeAddress.LONGEST_CITY);
    var subdivision = patch.optionalText("subdivision", 1, LONGEST_SUBDIVISION);
    var postalCode = patch.optionalText("postalCode", 1, LONGEST_POSTAL_CODE);
    var country = patch.optionalRead("country", OwnProfileText::countryOf, NO_COUNTRY);
    var lat = patch.optionalDecimal("lat", -90, 90);
    var lon = patch.optionalDecimal("lon", -180, 180);
    var language = patch.word("language", LANGUAGES);
    return patch
        .into(
            () ->
                new OwnProfileText(
                    new PersonName(
                        first.get().over(profile.name().first()),
                        last.get().over(profile.name().last())),
                    phone(profile.phone(), phone.get()),
                    line1.get().overOptional(home.line1()),
                    line2.get().overOptional(home.line2()),
                    city.get().overOptional(home.city()),
                    subdivision.get().overOptional(home.subdivision()),
                    postalCode.get().overOptional(home.postalCode().map(PostalCode::value)),
                    country.get().overOptional(home.country()),
                    new LatLon(
                        lat.get().overOptional(place.lat()), lon.get().overOptional(place.lon())),
                    language.get().over(profile.language())))
        .then(OwnProfileText::profile);
  }

  /** The number that is there already stays verified. */
  private static Optional<Phone> phone(Optional<Phone> before, Change<PhoneNumber> change) {
    var number = change.overOptional(before.map(Phone::number));
    return number.map(
        next -> before.filter(phone -> phone.number().equals(next)).orElse(Phone.unverified(next)));
  }

  private static Member<Change<String>> name(Patch patch, String which) {
    return patch
        .text(which, 1, PersonName.LONGEST)
        .check(
            change ->
                change.overOptional(Optional.of("")).filter(OwnProfileText::isBroken).isEmpty(),
            Code.MALFORMED,
            IdentityMembers.NOT_ONE_LINE);
  }

  private static boolean isBroken(String name) {
    return !PersonName.isOneLine(name);
  }

  /** The profile, if its members go together. */
  private Parsed<Profile> profile() {
    var violations = new ArrayList<Violation>();
    var post = postalCode.flatMap(text -> country.flatMap(of -> PostalCode.parse(of, text)));
    if (subdivision.filter(text -> !HomeAddress.isPlace(country, text)).isPresent()) {
      violations.add(
          new Violation("/subdivision", Code.OUT_OF_RANGE, "is no subdivision of the country"));
    }
    if (postalCode.isPresent() && post.isEmpty()) {
      violations.add(
          new Violation("/postalCode", Code.MALFORMED, "is no postal code of the country"));
    }
    place.violation().ifPresent(violations::add);
    if (!violations.isEmpty()) {
      return new Parsed.Invalid<>(violations);
    }
    var home = new HomeAddress(line1, line2, city, subdivision, post, country, place.coordinates());
    return new Parsed.Valid<>(new Profile(name, phone, home, language));
  }

  private static String countryOf(String text) {
    if (!Subdivisions.isCountry(text)) {
      throw new IllegalArgumentException(NO_COUNTRY);
    }
    return text;
  }
}
