package org.mercat.application.shared;

import java.time.Duration;

/**
 * Driven port: tokens that all nodes share, by which requests are counted. What is taken stays
 * taken, whatever becomes of the work around it. Every adapter must pass {@code
 * RateLimitsContract}.
 */
public interface RateLimits {

  /**
   * The tokens of one holder under one limit.
   *
   * @param holder who takes them, such as a person or an address; adapters keep only its digest
   */
  record Bucket(RateLimit limit, String holder) {
    @Override
    public String toString() {
      return limit.name();
    }
  }

  /**
   * What was taken.
   *
   * @param taken as many as were wanted, or as were there
   * @param remaining what is left in the bucket
   * @param untilFull how long it takes until all tokens are back
   */
  record Grant(int taken, long remaining, Duration untilFull) {

    /** How long it takes until there is a token; nothing when there is one. */
    public Duration untilNext(RateLimit limit) {
      var next = untilFull.minus(limit.perToken().multipliedBy(limit.quota() - 1L));
      return remaining > 0 || next.isNegative() ? Duration.ZERO : next;
    }
  }

  /**
   * Takes so many tokens, or all that are there when there are fewer.
   *
   * @throws PortUnavailable if it cannot be known how many are there
   */
  Grant take(Bucket bucket, int wanted);

  /**
   * Puts one token back, unless the bucket is full.
   *
   * @throws PortUnavailable if the bucket does not answer
   */
  void giveBack(Bucket bucket);
}
