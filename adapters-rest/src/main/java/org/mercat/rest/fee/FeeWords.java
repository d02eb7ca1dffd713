package org.mercat.rest.fee;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeeSource;
import org.mercat.domain.fee.SellerLevel;

/** What the words of fees are on the wire. */
final class FeeWords {

  static final Map<String, FeeDirection> DIRECTIONS = words(FeeDirection.values());
  static final Map<String, SellerLevel> LEVELS = words(SellerLevel.values());

  /** The default of the tenant is set elsewhere. */
  static final Map<String, FeeSource> KINDS =
      Stream.of(FeeSource.PROMOTION, FeeSource.VOLUME, FeeSource.LEVEL, FeeSource.EVERYBODY)
          .collect(toUnmodifiableMap(FeeWords::of, Function.identity()));

  static final String NO_DAY = "is no day such as 2026-11-30";
  static final String NO_MONTH = "is no month such as 2026-11";

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 9998;

  private FeeWords() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static LocalDate day(String text) {
    var day = LocalDate.parse(text);
    return within(day.getYear(), day);
  }

  static YearMonth month(String text) {
    var month = YearMonth.parse(text);
    return within(month.getYear(), month);
  }

  private static <T> T within(int year, T value) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException("out of range: " + value);
    }
    return value;
  }

  private static <E extends Enum<E>> Map<String, E> words(E[] constants) {
    return Arrays.stream(constants).collect(toUnmodifiableMap(FeeWords::of, Function.identity()));
  }
}
