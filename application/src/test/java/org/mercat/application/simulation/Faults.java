package org.mercat.application.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** What goes wrong, and how often, until it is over. */
final class Faults {

  /** What becomes of a call of the gateway. */
  enum OfCall {
    NONE,
    REQUEST_LOST,
    ANSWER_LOST,
    BUSY,
    /** An answer of 500; the work was not done. */
    BROKEN,
    /** The gateway keeps its 500 under the key, and repeats it for a day. */
    BROKEN_FOR_GOOD
  }

  /** What becomes of a unit of work. */
  enum OfUnit {
    NONE,
    /** Somebody else was faster. */
    OVERTAKEN,
    /** The store does not answer. */
    UNAVAILABLE,
    /** The process dies before the commit. */
    DIES
  }

  private final RandomGenerator dice;
  private boolean over;

  Faults(RandomGenerator dice) {
    this.dice = dice;
  }

  void end() {
    over = true;
  }

  OfCall ofCall() {
    var roll = dice.nextInt(100);
    if (over || roll >= 32) {
      return OfCall.NONE;
    }
    if (roll < 10) {
      return OfCall.REQUEST_LOST;
    }
    if (roll < 20) {
      return OfCall.ANSWER_LOST;
    }
    if (roll < 25) {
      return OfCall.BUSY;
    }
    return roll < 30 ? OfCall.BROKEN : OfCall.BROKEN_FOR_GOOD;
  }

  OfUnit ofUnit() {
    var roll = dice.nextInt(100);
    if (over || roll >= 7) {
      return OfUnit.NONE;
    }
    if (roll < 4) {
      return OfUnit.OVERTAKEN;
    }
    return roll < 6 ? OfUnit.UNAVAILABLE : OfUnit.DIES;
  }

  /** How often an event is delivered: one in ten never, one in five more than once. */
  int deliveries() {
    var roll = dice.nextInt(10);
    if (over || roll > 2) {
      return 1;
    }
    return roll == 0 ? 0 : dice.nextInt(2, 5);
  }

  /** How long an event takes: mostly less than a second, sometimes hours. */
  Duration delay() {
    return over || dice.nextInt(10) > 0
        ? Duration.ofMillis(dice.nextInt(800))
        : Duration.ofMinutes(dice.nextInt(300));
  }
}
