package org.mercat.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.mercat.rest.metric.MetricSource;
import org.mercat.rest.metric.MetricText;
import org.mercat.rest.metric.MetricText.Kind;

/** The connections of this node to the database. */
@Singleton
final class PoolMetrics implements MetricSource {
  private static final String CONNECTIONS = "mercat_db_connections";

  private final HikariDataSource pool;

  @Inject
  PoolMetrics(HikariDataSource pool) {
    this.pool = pool;
  }

  @Override
  public void write(MetricText text) {
    text.only(
        CONNECTIONS + "_max", Kind.GAUGE, "How many there may be.", pool.getMaximumPoolSize());
    Optional.ofNullable(pool.getHikariPoolMXBean()).ifPresent(bean -> write(text, bean));
  }

  private static void write(MetricText text, HikariPoolMXBean bean) {
    text.family(CONNECTIONS, Kind.GAUGE, "Open connections by whether they are in use.")
        .sample(CONNECTIONS, Map.of("state", "in_use"), bean.getActiveConnections())
        .sample(CONNECTIONS, Map.of("state", "idle"), bean.getIdleConnections());
    text.only(
        CONNECTIONS + "_waiting",
        Kind.GAUGE,
        "Threads that wait for one.",
        bean.getThreadsAwaitingConnection());
  }
}
