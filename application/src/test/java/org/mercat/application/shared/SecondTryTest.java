package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecondTryTest {

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void what_nobody_overtakes_is_done_once() {
    assertThat(SecondTry.<Integer>at(tries::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void what_is_overtaken_is_done_once_more() {
    assertThat(SecondTry.<Integer>at(() -> overtakenUntil(2))).isEqualTo(2);
  }

  @Test
  void what_is_overtaken_again_is_a_conflict() {
    assertThatThrownBy(() -> SecondTry.at(() -> overtakenUntil(3)))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThat(tries).hasValue(2);
  }

  private int overtakenUntil(int last) {
    var number = tries.incrementAndGet();
    if (number < last) {
      throw new ConcurrencyConflict("somebody was faster");
    }
    return number;
  }
}
