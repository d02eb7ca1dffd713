package org.mercat.rest.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that was found wrong with a body so far, up to a number that still helps. */
final class Violations {

  static final int MOST = 100;

  private final List<Violation> found = new ArrayList<>();

  void add(String pointer, Violation.Code code, String detail) {
    add(new Violation(pointer, code, detail));
  }

  /** The value, or nothing after what is wrong with it was added. */
  <T> Optional<T> valid(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Valid<T>(var value) -> Optional.of(value);
      case Parsed.Invalid<T>(var more) -> {
        more.forEach(this::add);
        yield Optional.empty();
      }
    };
  }

  /** The value, made only if nothing is wrong. */
  <T> Parsed<T> into(Supplier<T> value) {
    return found.isEmpty() ? new Parsed.Valid<>(value.get()) : new Parsed.Invalid<>(found);
  }

  private void add(Violation violation) {
    if (found.size() < MOST) {
      found.add(violation);
    }
  }
}
