package org.mercat.domain.payment;

import java.util.Optional;
import java.util.UUID;

public record SavedMethodId(UUID value) {

  /** Reads the usual form of an id; empty when it is anything else, such as a token. */
  public static Optional<SavedMethodId> parse(String text) {
    try {
      var id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(new SavedMethodId(id)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
