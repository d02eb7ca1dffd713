package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.RateLimits.Bucket;

class BatchedRateLimitsTest implements RateLimitsContract {

  private static final RateLimit READS =
      new RateLimit("reads", 100, Duration.ofSeconds(100), false);

  /** Counts how often it is asked, and may fall silent. */
  private static final class Watched implements RateLimits {
    private final RateLimits watched;
    private int asked;
    private boolean isSilent;

    Watched(RateLimits watched) {
      this.watched = watched;
    }

    @Override
    public Grant take(Bucket bucket, int wanted) {
      asked++;
      if (isSilent) {
        throw new PortUnavailable("silent");
      }
      return watched.take(bucket, wanted);
    }

    @Override
    public void giveBack(Bucket bucket) {
      watched.giveBack(bucket);
    }
  }

  private final SettableClock system = new SettableClock(Instant.parse("2026-11-21T09:00:00Z"));
  private final Watched shared = new Watched(new InMemoryRateLimits(system));
  private final RateLimits limits = new BatchedRateLimits(shared, system);
  private final Bucket reads = new Bucket(READS, "somebody");

  @Override
  public RateLimits limits() {
    return limits;
  }

  @Override
  public RateLimits onAnotherNode() {
    return new BatchedRateLimits(shared, system);
  }

  @Override
  public SettableClock system() {
    return system;
  }

  @Test
  void a_node_takes_some_tokens_ahead() {
    assertThat(limits.take(reads, 1).remaining()).isEqualTo(99);
    assertThat(limits.take(reads, 1).remaining()).isEqualTo(98);

    assertThat(shared.asked).isEqualTo(1);
  }

  @Test
  void two_nodes_together_never_give_more_than_there_are() {
    var elsewhere = onAnotherNode();

    var taken =
        IntStream.range(0, 200)
            .map(turn -> (turn % 2 == 0 ? limits : elsewhere).take(reads, 1).taken())
            .sum();

    assertThat(taken).isEqualTo(100);
  }

  @Test
  void an_empty_bucket_is_not_asked_again_before_a_token_can_be_back() {
    assertThat(limits.take(reads, 100).taken()).isEqualTo(100);
    assertThat(limits.take(reads, 1).taken()).isZero();
    var asked = shared.asked;

    assertThat(limits.take(reads, 1).taken()).isZero();
    assertThat(shared.asked).isEqualTo(asked);
    system.advance(Duration.ofSeconds(1));
    assertThat(limits.take(reads, 1).taken()).isEqualTo(1);
  }

  @Test
  void a_token_that_was_taken_ahead_is_given_back_to_the_node() {
    assertThat(limits.take(reads, 1).remaining()).isEqualTo(99);

    limits.giveBack(reads);

    assertThat(limits.take(reads, 1).remaining()).isEqualTo(99);
  }

  @Test
  void when_the_store_is_silent_reads_go_on_and_what_is_exact_does_not() {
    shared.isSilent = true;

    assertThat(limits.take(reads, 1).taken()).isEqualTo(1);
    assertThatThrownBy(() -> limits.take(RateLimitsContract.bucket(), 1))
        .isInstanceOf(PortUnavailable.class);
  }
}
