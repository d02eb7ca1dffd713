package org.mercat.application.shared;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes tokens ahead for one node, so that not every request asks the store of all nodes. Limits
 * that are exact are asked one by one. A bucket that is empty is not asked again before a token can
 * be back. When the store does not answer, what is exact fails and all else goes on.
 */
public final class BatchedRateLimits implements RateLimits {

  private static final System.Logger LOG = System.getLogger(BatchedRateLimits.class.getName());
  private static final int MOST_BUCKETS = 10_000;

  private final RateLimits shared;
  private final InstantSource system;
  private final ConcurrentHashMap<Bucket, Reserve> reserves = new ConcurrentHashMap<>();

  public BatchedRateLimits(RateLimits shared, InstantSource system) {
    this.shared = shared;
    this.system = system;
  }

  @Override
  public Grant take(Bucket bucket, int wanted) {
    if (reserves.size() >= MOST_BUCKETS) {
      forget();
    }
    return reserves.computeIfAbsent(bucket, Reserve::new).take(wanted);
  }

  @Override
  public void giveBack(Bucket bucket) {
    var reserve = reserves.get(bucket);
    if (bucket.limit().isExact() || reserve == null) {
      putBack(bucket);
    }
    if (reserve != null) {
      reserve.isGivenBack();
    }
  }

  /** The answer is there already: it is not lost for a token. */
  private void putBack(Bucket bucket) {
    try {
      shared.giveBack(bucket);
    } catch (PortUnavailable down) {
      LOG.log(Level.WARNING, "a token is lost under " + bucket, down);
    }
  }

  /** Tokens that are forgotten with a reserve come back to the bucket with time. */
  private void forget() {
    var now = system.instant();
    reserves.values().removeIf(reserve -> reserve.isOver(now));
    if (reserves.size() >= MOST_BUCKETS) {
      reserves.clear();
    }
  }

  /** What this node has of one bucket. */
  private final class Reserve {
    private final ReentrantLock lock = new ReentrantLock();
    private final Bucket bucket;
    private int left;
    private long remaining;
    private Instant until = Instant.MIN;
    private Instant emptyUntil = Instant.MIN;
    private Instant full = Instant.MIN;

    Reserve(Bucket bucket) {
      this.bucket = bucket;
    }

    Grant take(int wanted) {
      lock.lock();
      try {
        var now = system.instant();
        if (!now.isBefore(until)) {
          left = 0;
        }
        if (left < wanted && !now.isBefore(emptyUntil)) {
          fill(now, wanted - left);
        }
        var taken = Math.min(left, wanted);
        left -= taken;
        var untilFull = Duration.between(now, full.isBefore(now) ? now : full);
        return new Grant(taken, remaining + left, untilFull);
      } finally {
        lock.unlock();
      }
    }

    boolean isOver(Instant now) {
      lock.lock();
      try {
        return !now.isBefore(until);
      } finally {
        lock.unlock();
      }
    }

    void isGivenBack() {
      lock.lock();
      try {
        if (bucket.limit().isExact()) {
          emptyUntil = Instant.MIN;
        } else {
          left++;
        }
      } finally {
        lock.unlock();
      }
    }

    private void fill(Instant now, int wanted) {
      var limit = bucket.limit();
      var asked = Math.max(wanted, limit.ahead());
      var grant = granted(asked);
      left += grant.taken();
      remaining = grant.remaining();
      full = now.plus(grant.untilFull());
      until = now.plus(limit.window());
      emptyUntil = grant.taken() < asked ? now.plus(grant.untilNext(limit)) : Instant.MIN;
    }

    private Grant granted(int wanted) {
      try {
        return shared.take(bucket, wanted);
      } catch (PortUnavailable down) {
        if (bucket.limit().isExact()) {
          throw down;
        }
        LOG.log(Level.WARNING, "requests go on uncounted under " + bucket, down);
        return new Grant(wanted, 0, bucket.limit().window());
      }
    }
  }
}
