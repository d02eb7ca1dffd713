package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link UnitOfWork} promises. */
public interface UnitOfWorkContract {

  UnitOfWork unitOfWork();

  /** Writes to a store that takes part in the unit of work that is open. */
  void write(UUID thing);

  /** Whether that store holds the thing; asked within a unit of work. */
  boolean holds(UUID thing);

  @Test
  default void what_was_done_is_kept() {
    var thing = UUID.randomUUID();

    assertThat(unitOfWork().run(() -> written(thing))).isEqualTo(thing);

    assertThat(unitOfWork().run(() -> holds(thing))).isTrue();
  }

  @Test
  default void a_unit_sees_what_it_has_done() {
    var thing = UUID.randomUUID();

    var seen =
        unitOfWork()
            .run(
                () -> {
                  write(thing);
                  return holds(thing);
                });

    assertThat(seen).isTrue();
  }

  @Test
  default void nothing_survives_an_exception() {
    var thing = UUID.randomUUID();
    var failure = new IllegalArgumentException("after the write");

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          write(thing);
                          throw failure;
                        }))
        .isSameAs(failure);

    assertThat(unitOfWork().run(() -> holds(thing))).isFalse();
  }

  @Test
  default void nothing_survives_an_error() {
    var thing = UUID.randomUUID();
    var failure = new AssertionError("after the write");

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          write(thing);
                          throw failure;
                        }))
        .isSameAs(failure);

    assertThat(unitOfWork().run(() -> holds(thing))).isFalse();
  }

  @Test
  default void units_do_not_nest() {
    assertThatThrownBy(() -> unitOfWork().run(() -> unitOfWork().run(() -> "inner")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void a_unit_may_follow_one_that_failed() {
    var thing = UUID.randomUUID();

    assertThatThrownBy(() -> unitOfWork().run(() -> unitOfWork().run(() -> "inner")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(unitOfWork().run(() -> written(thing))).isEqualTo(thing);
  }

  private UUID written(UUID thing) {
    write(thing);
    return thing;
  }
}
