package org.mercat.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PortUnavailable;

/**
 * Many seeds, each a life of bookings, money and gateway with everything that can go wrong (N-07).
 * {@code -Dsim.seeds=1000} runs more of them, {@code -Dsim.seed=17} only that one, with its trace.
 */
class MoneySimulationTest {

  private static final int SEEDS = Integer.getInteger("sim.seeds", 100);
  private static final Optional<Long> ONLY = Optional.ofNullable(Long.getLong("sim.seed"));

  /** Jobs log what they could not do and go on; here only what nobody expects is kept. */
  private static final class Unexpected extends Handler {
    private final List<Throwable> thrown = new ArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      var failure = entry.getThrown();
      if (failure != null
          && !(failure instanceof ConcurrencyConflict)
          && !(failure instanceof PortUnavailable)) {
        thrown.add(failure);
      }
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      thrown.clear();
    }
  }

  private static final Logger LOG = Logger.getLogger("org.mercat.application.payment");
  private static final Unexpected UNEXPECTED = new Unexpected();

  @BeforeAll
  static void listen() {
    LOG.addHandler(UNEXPECTED);
    LOG.setUseParentHandlers(false);
  }

  @AfterAll
  static void listenNoMore() {
    LOG.removeHandler(UNEXPECTED);
    LOG.setUseParentHandlers(true);
    LOG.setLevel(Level.INFO);
  }

  @Test
  void whatever_goes_wrong_the_money_ends_where_it_belongs(TestReporter reporter) {
    var seeds = ONLY.map(LongStream::of).orElseGet(() -> LongStream.range(0, SEEDS));
    seeds.forEach(
        seed -> {
          UNEXPECTED.thrown.clear();
          var result = MoneySimulation.run(seed, Optional.empty());
          assertThat(result.problems()).as(result::toString).isEmpty();
          assertThat(UNEXPECTED.thrown).as(result::toString).isEmpty();
          ONLY.ifPresent(_ -> reporter.publishEntry("life", result.toString()));
        });
  }

  @Test
  void a_seed_lives_the_same_life_again() {
    var first = MoneySimulation.run(7, Optional.empty());

    assertThat(MoneySimulation.run(7, Optional.empty()).trace()).isEqualTo(first.trace());
    assertThat(MoneySimulation.run(8, Optional.empty()).trace()).isNotEqualTo(first.trace());
  }

  @ParameterizedTest
  @EnumSource(Bug.class)
  void a_planted_bug_is_found(Bug bug) {
    var found =
        LongStream.range(0, SEEDS)
            .mapToObj(seed -> MoneySimulation.run(seed, Optional.of(bug)))
            .filter(result -> !result.problems().isEmpty())
            .findFirst();

    assertThat(found).as("%s in %d seeds", bug, SEEDS).isPresent();
  }
}
