package org.mercat.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Buckets in this object; another node is the same object. */
public final class InMemoryRateLimits implements RateLimits {

  /** How long it would take to fill a bucket, as of a moment. */
  private record Level(Duration missing, Instant at) {

    Level on(Instant now) {
      var left = missing.minus(Duration.between(at, now));
      return new Level(left.isNegative() ? Duration.ZERO : left, now);
    }
  }

  private final InstantSource system;
  private final Map<Bucket, Level> levels = new HashMap<>();

  public InMemoryRateLimits(InstantSource system) {
    this.system = system;
  }

  @Override
  public synchronized Grant take(Bucket bucket, int wanted) {
    var limit = bucket.limit();
    var level = level(bucket);
    var free = limit.window().minus(level.missing());
    var there = (int) Math.min(limit.quota(), free.dividedBy(limit.perToken()));
    var taken = Math.min(there, wanted);
    var missing = level.missing().plus(limit.perToken().multipliedBy(taken));
    levels.put(bucket, new Level(missing, level.at()));
    return new Grant(taken, there - taken, missing);
  }

  @Override
  public synchronized void giveBack(Bucket bucket) {
    var level = level(bucket);
    var lower = level.on(level.at().plus(bucket.limit().perToken()));
    levels.put(bucket, new Level(lower.missing(), level.at()));
  }

  private Level level(Bucket bucket) {
    var now = system.instant();
    return levels.getOrDefault(bucket, new Level(Duration.ZERO, now)).on(now);
  }
}
