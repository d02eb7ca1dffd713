package org.mercat.domain.geo;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The provinces and territories of Canada, and the form that those of other countries have. */
public final class Subdivisions {

  private static final String CANADA = "CA";
  private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);
  private static final Pattern ISO_3166_2_PART = Pattern.compile("[A-Z0-9]{1,3}");

  private static final List<Subdivision> OF_CANADA =
      List.of(
          inCanada("AB", "America/Edmonton"),
          inCanada("BC", "America/Vancouver"),
          inCanada("MB", "America/Winnipeg"),
          inCanada("NB", "America/Moncton"),
          inCanada("NL", "America/St_Johns"),
          inCanada("NS", "America/Halifax"),
          inCanada("NT", "America/Yellowknife"),
          inCanada("NU", "America/Iqaluit"),
          inCanada("ON", "America/Toronto"),
          inCanada("PE", "America/Halifax"),
          inCanada("QC", "America/Toronto"),
          inCanada("SK", "America/Regina"),
          inCanada("YT", "America/Whitehorse"));

  private Subdivisions() {}

  public static List<Subdivision> ofCanada() {
    return OF_CANADA;
  }

  /** What is known of a province or territory; nothing is known of other countries' yet. */
  public static Optional<Subdivision> find(String country, String code) {
    return OF_CANADA.stream()
        .filter(known -> known.country().equals(country) && known.code().equals(code))
        .findAny();
  }

  public static boolean isCountry(String country) {
    return COUNTRIES.contains(country);
  }

  /** Whether the country exists and the subdivision can be one of it: in Canada, is one of it. */
  public static boolean isPlace(String country, String code) {
    return country.equals(CANADA)
        ? find(country, code).isPresent()
        : isCountry(country) && ISO_3166_2_PART.matcher(code).matches();
  }

  private static Subdivision inCanada(String code, String zone) {
    return new Subdivision(CANADA, code, ZoneId.of(zone));
  }
}
