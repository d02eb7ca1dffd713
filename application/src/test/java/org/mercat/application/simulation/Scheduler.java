package org.mercat.application.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * Lets one fiber at a time go on, from one pause to the next; which one, is for the seed to say.
 */
final class Scheduler {

  /** The process has died; nobody lives to catch it. */
  static final class ProcessDied extends Error {
    private static final long serialVersionUID = 1;

    ProcessDied() {
      super("the process died", null, false, false);
    }
  }

  private static final class Fiber {
    private final Semaphore turn = new Semaphore(0);
    private boolean killed;
    private boolean ended;
    private Optional<Throwable> failure = Optional.empty();
  }

  private final RandomGenerator dice;
  private final List<Fiber> alive = new ArrayList<>();
  private final Semaphore back = new Semaphore(0);
  private Optional<Fiber> current = Optional.empty();

  Scheduler(RandomGenerator dice) {
    this.dice = dice;
  }

  int alive() {
    return alive.size();
  }

  /** The work begins when the seed says so. */
  void start(Runnable work) {
    var fiber = new Fiber();
    alive.add(fiber);
    var thread = Thread.ofVirtual().unstarted(() -> live(fiber, work));
    thread.start();
  }

  /** Lets others go on; outside of every fiber it does nothing. */
  void pause() {
    current.ifPresent(
        fiber -> {
          back.release();
          fiber.turn.acquireUninterruptibly();
          if (fiber.killed) {
            throw new ProcessDied();
          }
        });
  }

  /**
   * Lets one fiber go on to its next pause, or to its end.
   *
   * @throws AssertionError if it has thrown what nobody expects
   */
  void step() {
    resume(alive.get(dice.nextInt(alive.size())));
  }

  /** Lets all of them go on to their ends, in any order. */
  void drain() {
    while (!alive.isEmpty()) {
      step();
    }
  }

  /** The process dies under all of them. */
  void killAll() {
    for (var fiber : List.copyOf(alive)) {
      fiber.killed = true;
      resume(fiber);
    }
  }

  private void live(Fiber fiber, Runnable work) {
    fiber.turn.acquireUninterruptibly();
    try {
      if (!fiber.killed) {
        work.run();
      }
    } catch (ProcessDied died) {
      fiber.killed = true;
    } catch (RuntimeException | Error failure) {
      fiber.failure = Optional.of(failure);
    } finally {
      fiber.ended = true;
      back.release();
    }
  }

  private void resume(Fiber fiber) {
    current = Optional.of(fiber);
    fiber.turn.release();
    back.acquireUninterruptibly();
    current = Optional.empty();
    if (fiber.ended) {
      alive.remove(fiber);
      fiber.failure.ifPresent(
          failure -> {
            throw new AssertionError("unexpected: " + failure, failure);
          });
    }
  }
}
