package org.mercat.application.shared;

import java.time.Instant;
import org.mercat.domain.shared.Permission;

/** A test walks through the market's time: what falls due on the way has happened afterwards. */
public final class WalkMarketTime {

  /** Where to walk, forward or back. */
  public record Command(Caller caller, Instant to) {}

  public sealed interface Outcome {
    /** The time after everything that was due by it has been done. */
    record Walked(Instant now) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final MarketClock clock;
  private final Runnable dueJobs;

  public WalkMarketTime(Access access, MarketClock clock, Runnable dueJobs) {
    this.access = access;
    this.clock = clock;
    this.dueJobs = dueJobs;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.TEST_CONTROL)) {
      return new Outcome.Forbidden();
    }
    clock.set(command.to());
    dueJobs.run();
    return new Outcome.Walked(clock.instant());
  }
}
