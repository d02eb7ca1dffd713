package org.mercat.domain.tax;

import java.util.regex.Pattern;

/** A kind of goods or services that a law may tell apart, as a slug: {@code stud-service}. */
public record TaxCategory(String slug) {

  public static final int LONGEST = 80;

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public TaxCategory {
    if (slug.length() > LONGEST || !SLUG.matcher(slug).matches()) {
      throw new IllegalArgumentException("no slug of a category: " + slug);
    }
  }
}
