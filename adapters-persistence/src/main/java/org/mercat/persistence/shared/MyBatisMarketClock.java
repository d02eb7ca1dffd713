package org.mercat.persistence.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.MarketClock;

/**
 * The market's time as the system's and a distance that all nodes read from the database, at the
 * latest a second after it changed. For the profile test; elsewhere the market lives by {@link
 * SystemClock}.
 */
public final class MyBatisMarketClock implements MarketClock {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Distance(long aheadMicros, Instant readAt) {
    boolean isFresh(Instant now) {
      return !now.isBefore(readAt) && now.isBefore(readAt.plus(FRESH));
    }
  }

  private final Sessions sessions;
  private final InstantSource system;
  private volatile @Nullable Distance known;

  public MyBatisMarketClock(Sessions sessions, InstantSource system) {
    this.sessions = sessions;
    this.system = system;
  }

  @Override
  public Instant instant() {
    var now = system.instant();
    return now.plus(aheadMicros(now), ChronoUnit.MICROS);
  }

  @Override
  public void set(Instant now) {
    var aheadMicros = ChronoUnit.MICROS.between(system.instant(), now);
    var done =
        sessions.joined(
            () -> {
              mapper().set(aheadMicros);
              return aheadMicros;
            });
    known = new Distance(done, system.instant());
  }

  private long aheadMicros(Instant now) {
    var distance = known;
    if (distance == null || !distance.isFresh(now)) {
      distance = new Distance(sessions.joined(() -> mapper().aheadMicros()), now);
      known = distance;
    }
    return distance.aheadMicros();
  }

  private MarketClockMapper mapper() {
    return sessions.mapper(MarketClockMapper.class);
  }
}
