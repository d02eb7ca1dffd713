package org.mercat.application.shared;

import java.time.Instant;
import org.mercat.domain.shared.Permission;

/** Query: the market's time, for tests. */
public final class MarketTime {

  public record Query(Caller caller) {}

  public sealed interface Outcome {
    record Found(Instant now) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final MarketClock clock;

  public MarketTime(Access access, MarketClock clock) {
    this.access = access;
    this.clock = clock;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.TEST_CONTROL)
        ? new Outcome.Found(clock.instant())
        : new Outcome.Forbidden();
  }
}
