package org.mercat.domain.identity;

/** How a person is called. */
public record PersonName(String first, String last) {

  public static final int LONGEST = 100;

  public PersonName {
    if (isBad(first) || isBad(last)) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST + " characters");
    }
  }

  private static boolean isBad(String part) {
    return part.isBlank() || part.codePointCount(0, part.length()) > LONGEST;
  }
}
