package org.mercat.domain.identity;

/** How a person is called. */
public record PersonName(String first, String last) {

  public static final int LONGEST = 100;

  public PersonName {
    if (isBad(first) || isBad(last)) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST + " characters of one line");
    }
  }

  /** Whether a part of a name can stand in the head of a letter: no line ends in it. */
  public static boolean isOneLine(String part) {
    return part.codePoints().noneMatch(PersonName::breaksTheLine);
  }

  /** Both parts, as a letter names the person. */
  public String whole() {
    return first + " " + last;
  }

  private static boolean isBad(String part) {
    return part.isBlank() || part.codePointCount(0, part.length()) > LONGEST || !isOneLine(part);
  }

  private static boolean breaksTheLine(int character) {
    var type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
