package org.mercat.domain.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A name that reads well in an address: lower-case words of ASCII, joined by hyphens. */
public record Slug(String value) {

  /** The longest slug; what is made from a text leaves room for a suffix. */
  public static final int LONGEST = 80;

  private static final int LONGEST_FROM_TEXT = 60;
  private static final int SUFFIX = 8;
  private static final Pattern WORDS = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGES = Pattern.compile("^-|-$");

  public Slug {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a slug: " + value);
    }
  }

  /** What somebody typed as a slug; empty when no slug looks like this. */
  public static Optional<Slug> parse(String text) {
    return isWellFormed(text) ? Optional.of(new Slug(text)) : Optional.empty();
  }

  /**
   * A slug of the words of a text. It never looks like an id, so that both may stand at the same
   * place of an address.
   *
   * @param otherwise the word to use when the text has no letter or digit of ASCII
   */
  public static Slug of(String text, String otherwise) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    var joined = NO_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    var slug = trimmed(joined);
    if (slug.isEmpty()) {
      return new Slug(otherwise);
    }
    return new Slug(UUID_FORM.matcher(slug).matches() ? otherwise + "-" + slug : slug);
  }

  /** This slug, told from others of the same words by the random end of the id. */
  public Slug withEndOf(UUID id) {
    var digits = id.toString();
    return new Slug(value + "-" + digits.substring(digits.length() - SUFFIX));
  }

  private static String trimmed(String joined) {
    var start = EDGES.matcher(joined).replaceAll("");
    var shortened = start.substring(0, Math.min(start.length(), LONGEST_FROM_TEXT));
    return EDGES.matcher(shortened).replaceAll("");
  }

  private static boolean isWellFormed(String text) {
    return text.length() <= LONGEST && WORDS.matcher(text).matches();
  }
}
