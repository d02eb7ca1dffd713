package org.mercat.bootstrap;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The way to the database: the owner migrates and leaves, the application's role stays. */
final class DatabaseWiring {
  private static final Duration COMES_UP_WITHIN = Duration.ofSeconds(60);
  private static final int CONNECTIONS = 16;

  @Produces
  @Singleton
  HikariDataSource pool(Settings settings) {
    Settings.Database database =
        settings
            .database()
            .orElseThrow(() -> new IllegalStateException("MERCAT_DB_URL is not set."));
    return pool(database.url(), database.application(), CONNECTIONS);
  }

  void close(@Disposes HikariDataSource pool) {
    pool.close();
  }

  /** Waits for a database that is still starting, as the embedded one may be. */
  private static HikariDataSource pool(String url, Settings.Login login, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(login.name());
    config.setJdbcUrl(url);
    config.setUsername(login.name());
    config.setPassword(login.password());
    config.setAutoCommit(false);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(COMES_UP_WITHIN.toMillis());
    config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    config.addDataSourceProperty("ApplicationName", "mercat");
    return new HikariDataSource(config);
  }
}
