package org.mercat.rest.shared;

/** One thing wrong with a request: where (a JSON pointer), what (a code kept for ever), and why. */
public record Violation(String pointer, Code code, String detail) {

  public enum Code {
    /** The request has no member of this name. */
    UNKNOWN_MEMBER,
    /** Not readable as what it should be. */
    MALFORMED,
    OUT_OF_RANGE,
    REQUIRED,
    /** Names nothing that the caller may use. */
    NOT_FOUND,
    /** A password that is guessed too easily. */
    GUESSABLE,
    NONEXISTENT_LOCAL_TIME,
    OUTSIDE_AVAILABILITY,
    REFUND_EXCEEDS_REMAINING
  }
}
