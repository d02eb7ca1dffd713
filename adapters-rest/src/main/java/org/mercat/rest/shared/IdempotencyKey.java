package org.mercat.rest.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name that a caller gives to a request, bare or as a quoted string (RFC 8941). */
record IdempotencyKey(String value) {

  static final String HEADER = "Idempotency-Key";
  static final int LONGEST = 255;

  private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x7E][\\x20-\\x7E]*");
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])*)\"");

  /** The key in a header, if it is one. */
  static Optional<IdempotencyKey> parse(String header) {
    var text = header.strip();
    var quoted = QUOTED.matcher(text);
    var value =
        quoted.matches()
            ? Optional.of(quoted.group(1).replaceAll("\\\\([\"\\\\])", "$1"))
            : Optional.of(text).filter(BARE.asMatchPredicate());
    return value.filter(key -> !key.isEmpty() && key.length() <= LONGEST).map(IdempotencyKey::new);
  }
}
