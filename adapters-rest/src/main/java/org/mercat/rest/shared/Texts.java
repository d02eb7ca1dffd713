package org.mercat.rest.shared;

/** What a text from outside may hold. */
final class Texts {

  private Texts() {}

  /** Without NUL and lone surrogates, which no database keeps. */
  static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }
}
