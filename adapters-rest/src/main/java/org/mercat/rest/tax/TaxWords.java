package org.mercat.rest.tax;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Supply;
import org.mercat.domain.tax.SupplyKind;
import org.mercat.domain.tax.TaxComponent;

/** What the words of taxes are on the wire. */
final class TaxWords {

  static final Map<String, Supply> SUPPLIES = words(Supply.values());
  static final Map<String, SupplyKind> KINDS =
      Map.of(
          "goods", SupplyKind.GOODS,
          "on_site", SupplyKind.ON_SITE_SERVICE,
          "remote", SupplyKind.REMOTE_SERVICE);

  /** These are abbreviations, and stay in capitals. */
  static final Map<String, TaxComponent> COMPONENTS =
      Arrays.stream(TaxComponent.values())
          .collect(toUnmodifiableMap(TaxComponent::name, Function.identity()));

  static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);

  static final String NO_DAY = "is no day such as 2026-11-15";
  static final String NO_INSTANT = "is no RFC 3339 time with offset";
  static final String NO_PLACE = "is no place such as CA-ON";

  private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
  private static final int COUNTRY = 2;

  private TaxWords() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static LocalDate day(String text) {
    if (!DAY.matcher(text).matches()) {
      throw new DateTimeException("no day: " + text);
    }
    return LocalDate.parse(text);
  }

  static Instant instant(String text) {
    var instant = OffsetDateTime.parse(text).toInstant();
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST)) {
      throw new DateTimeException("out of range: " + text);
    }
    return instant;
  }

  /** The code of ISO 3166-2. */
  static Jurisdiction place(String code) {
    if (code.length() <= COUNTRY || code.charAt(COUNTRY) != '-') {
      throw new IllegalArgumentException("no place: " + code);
    }
    return new Jurisdiction(code.substring(0, COUNTRY), code.substring(COUNTRY + 1));
  }

  static String codeOf(Jurisdiction place) {
    return place.country() + "-" + place.subdivision();
  }

  private static <E extends Enum<E>> Map<String, E> words(E[] constants) {
    return Arrays.stream(constants).collect(toUnmodifiableMap(TaxWords::of, Function.identity()));
  }
}
