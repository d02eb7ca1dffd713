package org.mercat.persistence.shared;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.mercat.application.shared.RateLimit;
import org.mercat.application.shared.RateLimits;

/**
 * Buckets as rows that all nodes lock, each in a short transaction on a connection of its own. A
 * row knows its holder by a keyed digest only, since an address is a personal datum.
 */
public final class Bucket4jRateLimits implements RateLimits {

  private static final String DIGEST = "HmacSHA256";
  private static final String PURPOSE = "holders of rate limits";
  private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);

  private final PostgreSQLSelectForUpdateBasedProxyManager<byte[]> buckets;
  private final Sessions sessions;
  private final SecretKeySpec secret;

  /**
   * Buckets in that database.
   *
   * @param secret what a key for the digests of holders is made from, the same on all nodes
   * @param system the clock by which tokens come back; those of the nodes should agree
   */
  public Bucket4jRateLimits(
      DataSource database, Sessions sessions, byte[] secret, InstantSource system) {
    this.sessions = sessions;
    this.secret = new SecretKeySpec(digest(new SecretKeySpec(secret, DIGEST), PURPOSE), DIGEST);
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .<byte[]>primaryKeyMapper((statement, at, key) -> statement.setBytes(at, key))
            .table("rate_limit_bucket")
            .idColumn("holder")
            .stateColumn("state")
            .expiresAtColumn("expires_millis")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
            .clientClock(new Meter(system))
            .build();
  }

  /** The clock of the system, as Bucket4j asks for it. */
  private record Meter(InstantSource system) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      var now = system.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  @Override
  public Grant take(Bucket bucket, int wanted) {
    return answered(
        () -> {
          var taken = proxy(bucket).asVerbose().tryConsumeAsMuchAsPossible(wanted);
          var left = taken.getDiagnostics();
          return new Grant(
              Math.toIntExact(taken.getValue()),
              left.getAvailableTokens(),
              Duration.ofNanos(left.calculateFullRefillingTime()));
        });
  }

  @Override
  public void giveBack(Bucket bucket) {
    var _ =
        answered(
            () -> {
              proxy(bucket).addTokens(1);
              return true;
            });
  }

  /** The job that forgets buckets that are full again. */
  public Job pruning() {
    return new Job("prune-rate-limits", Duration.ofMinutes(10), Job.Due.BY_SYSTEM, this::prune);
  }

  private void prune() {
    var _ = sessions.transaction(() -> sessions.mapper(RateLimitBucketMapper.class).prune());
  }

  private BucketProxy proxy(Bucket bucket) {
    var limit = bucket.limit();
    return buckets.builder().build(digest(bucket), () -> configuration(limit));
  }

  private static BucketConfiguration configuration(RateLimit limit) {
    return BucketConfiguration.builder()
        .addLimit(
            bandwidth ->
                bandwidth.capacity(limit.quota()).refillGreedy(limit.quota(), limit.window()))
        .build();
  }

  /** A limit that is set anew has new buckets: its numbers are part of their names. */
  private byte[] digest(Bucket bucket) {
    var limit = bucket.limit();
    var name =
        String.join(
            "\n",
            limit.name(),
            Integer.toString(limit.quota()),
            limit.window().toString(),
            bucket.holder());
    return digest(secret, name);
  }

  private static byte[] digest(SecretKeySpec secret, String name) {
    try {
      var mac = Mac.getInstance(DIGEST);
      mac.init(secret);
      return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (BucketExecutionException failure) {
      throw DatabaseFailure.translated(failure);
    }
  }
}
