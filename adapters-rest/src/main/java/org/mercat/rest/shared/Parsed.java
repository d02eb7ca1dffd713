package org.mercat.rest.shared;

import java.util.List;
import java.util.function.Function;

/** A request, or a part of one, after parsing: its value, or everything that is wrong with it. */
public sealed interface Parsed<T> {

  record Valid<T>(T value) implements Parsed<T> {}

  record Invalid<T>(List<Violation> violations) implements Parsed<T> {
    public Invalid {
      violations = List.copyOf(violations);
    }
  }

  static <T> Parsed<T> invalid(String pointer, Violation.Code code, String detail) {
    return new Invalid<>(List.of(new Violation(pointer, code, detail)));
  }

  default <R> Parsed<R> map(Function<T, R> change) {
    return then(value -> new Valid<>(change.apply(value)));
  }

  /** What follows from the value, if there is one. */
  default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
    return switch (this) {
      case Valid<T>(var value) -> next.apply(value);
      case Invalid<T>(var violations) -> new Invalid<>(violations);
    };
  }
}
