package org.mercat.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.mercat.application.shared.BatchedRateLimits;
import org.mercat.application.shared.RateLimit;
import org.mercat.bootstrap.SettingsForRates.Rate;
import org.mercat.persistence.shared.Bucket4jRateLimits;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;
import org.mercat.rest.shared.Limiter;
import org.mercat.rest.shared.RouteClass;

/** How many requests are let through. */
final class LimitWiring {

  @Produces
  @Singleton
  Bucket4jRateLimits buckets(
      HikariDataSource pool, Sessions sessions, Settings settings, SystemClock system) {
    byte[] secret =
        settings.dataKeys().base64().stream()
            .findFirst()
            .map(Base64.getDecoder()::decode)
            .orElseThrow(() -> new IllegalStateException("MERCAT_DATA_KEY is not set."));
    return new Bucket4jRateLimits(pool, sessions, secret, system);
  }

  @Produces
  @Singleton
  Job pruneBuckets(Bucket4jRateLimits buckets) {
    return buckets.pruning();
  }

  @Produces
  @Singleton
  Limiter limiter(Bucket4jRateLimits buckets, Settings settings, SystemClock system) {
    Map<RouteClass, RateLimit> limits = new EnumMap<>(RouteClass.class);
    for (RouteClass type : RouteClass.values()) {
      Rate rate = settings.rates().byClass().get(type.text());
      if (rate == null) {
        throw new IllegalStateException(type.text() + " has no limit");
      }
      limits.put(type, new RateLimit(type.text(), rate.quota(), rate.window(), type.isExact()));
    }
    return new Limiter(new BatchedRateLimits(buckets, system), limits);
  }
}
