package org.mercat.rest.shared;

import java.util.Optional;

/** What a merge patch does to one member. */
public sealed interface Change<T> {

  /** The patch does not name it. */
  record Keep<T>() implements Change<T> {}

  /** The patch sets it to null. */
  record Clear<T>() implements Change<T> {}

  record Set<T>(T value) implements Change<T> {}

  /**
   * What is there afterwards of something that cannot be missing.
   *
   * @throws IllegalStateException if it is taken away, which no reader of such a member lets
   *     through
   */
  default T over(T current) {
    return switch (this) {
      case Keep<T> _ -> current;
      case Clear<T> _ -> throw new IllegalStateException("it cannot be taken away");
      case Set<T>(var value) -> value;
    };
  }

  /** What is there afterwards of something that may be missing. */
  default Optional<T> overOptional(Optional<T> current) {
    return switch (this) {
      case Keep<T> _ -> current;
      case Clear<T> _ -> Optional.empty();
      case Set<T>(var value) -> Optional.of(value);
    };
  }
}
