package org.mercat.domain.identity;

/** What a person typed as password; it is never kept, shown or logged. */
public record Password(String text) {

  /** The shortest that may be chosen; a shorter one can only be a wrong one. */
  public static final int SHORTEST = 8;

  public static final int LONGEST = 256;

  public Password {
    if (text.isEmpty() || length(text) > LONGEST) {
      throw new IllegalArgumentException("a password has 1 to " + LONGEST + " characters");
    }
  }

  /**
   * A password that somebody wants to have from now on.
   *
   * @throws IllegalArgumentException if it is too short or too long
   */
  public static Password chosen(String text) {
    if (length(text) < SHORTEST) {
      throw new IllegalArgumentException(
          "a new password has " + SHORTEST + " to " + LONGEST + " characters");
    }
    return new Password(text);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public String toString() {
    return "Password[...]";
  }
}
