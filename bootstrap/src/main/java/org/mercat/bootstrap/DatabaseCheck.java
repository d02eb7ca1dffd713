package org.mercat.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready to serve: migrated, and the database answers. */
@Readiness
@Singleton
final class DatabaseCheck implements HealthCheck {
  private static final int SECONDS = 2;

  private final HikariDataSource pool;
  private final ServerStart start;

  @Inject
  DatabaseCheck(HikariDataSource pool, ServerStart start) {
    this.pool = pool;
    this.start = start;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(start.isDone() && answers()).build();
  }

  private boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException _) {
      return false;
    }
  }
}
