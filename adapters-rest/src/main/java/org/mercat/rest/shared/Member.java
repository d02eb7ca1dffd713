package org.mercat.rest.shared;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One member of a body. Its value may be asked for only where every member is known to be valid: in
 * the supplier that is given to {@link Members#into}.
 */
public final class Member<T> implements Supplier<T> {

  private final String pointer;
  private final Violations violations;
  private final Optional<T> value;

  Member(String pointer, Violations violations, Optional<T> value) {
    this.pointer = pointer;
    this.violations = violations;
    this.value = value;
  }

  @Override
  public T get() {
    return value.orElseThrow(() -> new IllegalStateException(pointer + " is not valid"));
  }

  /** The value if it could be read, for rules about several members. */
  public Optional<T> read() {
    return value;
  }

  /** Adds a violation unless the value, when it could be read, is as it should be. */
  public Member<T> check(Predicate<T> rule, Violation.Code code, String otherwise) {
    return then(
        found ->
            rule.test(found)
                ? new Parsed.Valid<>(found)
                : Parsed.invalid(pointer, code, otherwise));
  }

  public <R> Member<R> map(Function<T, R> change) {
    return new Member<>(pointer, violations, value.map(change));
  }

  private <R> Member<R> then(Function<T, Parsed<R>> next) {
    return new Member<>(
        pointer, violations, value.flatMap(found -> violations.valid(next.apply(found))));
  }
}
