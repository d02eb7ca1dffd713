package org.mercat.domain.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A postal code as its country writes it. Only the form is known, not whether anybody lives there.
 */
public record PostalCode(String value) {

  private static final String CANADA = "CA";
  private static final Pattern CANADIAN =
      Pattern.compile("([ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z])[ -]?(\\d[ABCEGHJ-NPRSTV-Z]\\d)");
  private static final Pattern ANY = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} -]{0,11})");

  public PostalCode {
    if (!ANY.matcher(value).matches()) {
      throw new IllegalArgumentException("no postal code: " + value);
    }
  }

  /** Reads what a person typed: {@code m5v2t6} in Canada is M5V 2T6. */
  public static Optional<PostalCode> parse(String country, String text) {
    var typed = text.strip().toUpperCase(Locale.ROOT);
    if (!country.equals(CANADA)) {
      return Optional.of(typed).filter(ANY.asMatchPredicate()).map(PostalCode::new);
    }
    var form = CANADIAN.matcher(typed);
    return form.matches()
        ? Optional.of(new PostalCode(form.group(1) + " " + form.group(2)))
        : Optional.empty();
  }
}
