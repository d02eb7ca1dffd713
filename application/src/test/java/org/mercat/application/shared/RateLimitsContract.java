package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.RateLimits.Bucket;
import org.mercat.application.shared.RateLimits.Grant;

/** What every adapter of {@link RateLimits} promises. */
public interface RateLimitsContract {

  RateLimit THREE_A_MINUTE = new RateLimit("three", 3, Duration.ofMinutes(1), true);

  RateLimits limits();

  /** Another node with the same store. */
  RateLimits onAnotherNode();

  /** The clock of the system, by which tokens come back. */
  SettableClock system();

  /** A holder that nobody has seen before. */
  static Bucket bucket() {
    return new Bucket(THREE_A_MINUTE, UUID.randomUUID().toString());
  }

  @Test
  default void as_many_tokens_are_there_as_the_limit_says() {
    var bucket = bucket();

    assertThat(limits().take(bucket, 1)).isEqualTo(new Grant(1, 2, Duration.ofSeconds(20)));
    assertThat(limits().take(bucket, 1)).isEqualTo(new Grant(1, 1, Duration.ofSeconds(40)));
    assertThat(limits().take(bucket, 1)).isEqualTo(new Grant(1, 0, Duration.ofMinutes(1)));
    assertThat(limits().take(bucket, 1)).isEqualTo(new Grant(0, 0, Duration.ofMinutes(1)));
  }

  @Test
  default void whoever_wants_more_than_there_are_gets_what_is_there() {
    var bucket = bucket();

    assertThat(limits().take(bucket, 5).taken()).isEqualTo(3);
    assertThat(limits().take(bucket, 5).taken()).isZero();
  }

  @Test
  default void two_nodes_share_a_bucket() {
    var bucket = bucket();

    assertThat(limits().take(bucket, 2).remaining()).isEqualTo(1);
    assertThat(onAnotherNode().take(bucket, 2).taken()).isEqualTo(1);
    assertThat(limits().take(bucket, 1).taken()).isZero();
  }

  @Test
  default void tokens_come_back_one_by_one() {
    var bucket = bucket();
    assertThat(limits().take(bucket, 3).taken()).isEqualTo(3);

    system().advance(Duration.ofSeconds(19));
    assertThat(limits().take(bucket, 1).taken()).isZero();
    system().advance(Duration.ofSeconds(1));
    assertThat(limits().take(bucket, 2).taken()).isEqualTo(1);
  }

  @Test
  default void never_more_come_back_than_the_limit_says() {
    var bucket = bucket();
    assertThat(limits().take(bucket, 3).taken()).isEqualTo(3);

    system().advance(Duration.ofDays(1));

    assertThat(limits().take(bucket, 5).taken()).isEqualTo(3);
  }

  @Test
  default void a_token_that_is_given_back_can_be_taken_again() {
    var bucket = bucket();
    assertThat(limits().take(bucket, 3).taken()).isEqualTo(3);

    limits().giveBack(bucket);

    assertThat(onAnotherNode().take(bucket, 2).taken()).isEqualTo(1);
  }

  @Test
  default void a_full_bucket_does_not_flow_over() {
    var bucket = bucket();

    limits().giveBack(bucket);

    assertThat(limits().take(bucket, 5).taken()).isEqualTo(3);
  }

  @Test
  default void holders_and_limits_have_buckets_of_their_own() {
    var bucket = bucket();
    var wider = new RateLimit("three", 4, Duration.ofMinutes(1), true);
    var other = new RateLimit("other", 3, Duration.ofMinutes(1), true);
    assertThat(limits().take(bucket, 3).taken()).isEqualTo(3);

    assertThat(limits().take(bucket(), 1).taken()).isEqualTo(1);
    assertThat(limits().take(new Bucket(wider, bucket.holder()), 4).taken()).isEqualTo(4);
    assertThat(limits().take(new Bucket(other, bucket.holder()), 1).taken()).isEqualTo(1);
  }
}
