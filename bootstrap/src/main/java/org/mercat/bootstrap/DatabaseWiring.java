package org.mercat.bootstrap;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.persistence.shared.Migrations;
import org.mercat.persistence.shared.RowSecurityCheck;

/** The way to the database: the owner migrates and leaves, the application's role stays. */
final class DatabaseWiring {
  private static final Duration COMES_UP_WITHIN = Duration.ofSeconds(60);
  private static final Duration CONNECTION_WITHIN = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 16;

  /** The migrations hold one connection for the lock while the other does the work. */
  private static final int CONNECTIONS_OF_OWNER = 2;

  /** A pool on a database that is migrated and keeps the tenants apart. */
  @Produces
  @Singleton
  HikariDataSource pool(Settings settings) {
    return Refusal.orEnd(() -> open(settings));
  }

  private static HikariDataSource open(Settings settings) {
    Settings.Database database =
        settings
            .database()
            .orElseThrow(() -> new IllegalStateException("MERCAT_DB_URL is not set."));
    migrate(database);
    HikariDataSource pool =
        new HikariDataSource(config(database.url(), database.application(), CONNECTIONS));
    RowSecurityCheck.require(pool);
    return pool;
  }

  void close(@Disposes HikariDataSource pool) {
    pool.close();
  }

  private static void migrate(Settings.Database database) {
    HikariConfig config = config(database.url(), database.owner(), CONNECTIONS_OF_OWNER);
    config.setAutoCommit(true);
    try (HikariDataSource owner = new HikariDataSource(config)) {
      Settings.Login application = database.application();
      Migrations.prepareRoles(owner, application.name(), application.password());
      Migrations.run(owner, application.name());
    }
  }

  /** Waits for a database that is still starting, as the embedded one may be. */
  private static HikariConfig config(String url, Settings.Login login, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(login.name());
    config.setJdbcUrl(url);
    config.setUsername(login.name());
    config.setPassword(login.password());
    config.setAutoCommit(false);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(COMES_UP_WITHIN.toMillis());
    config.setConnectionTimeout(CONNECTION_WITHIN.toMillis());
    config.addDataSourceProperty("ApplicationName", "mercat");
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return config;
  }
}
