package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared server's PostgreSQL plays the one outside, with databases and roles of its own. */
class OutsideDatabaseIT {
  @TempDir Path folder;

  @Test
  void an_empty_database_and_its_owner_are_enough_and_the_server_ends_with_its_launcher()
      throws IOException, SQLException {
    asSuperuser(
        "create role other_owner login createrole password 'o'",
        "create database other owner other_owner");

    try (ServerProcess server = launch("other", "other_owner", "o", "other_app", "a")) {
      server.awaitReady();
      assertThat(server.output()).anyMatch(line -> line.contains("PostgreSQL outside"));

      ProcessHandle child = server.process().children().findFirst().orElseThrow();
      server.killLauncher();
      assertThat(child.onExit().join().isAlive()).isFalse();
    }
  }

  @Test
  void a_role_above_the_law_of_the_database_is_refused() throws IOException, SQLException {
    asSuperuser(
        "create role lax_owner login createrole password 'o'",
        "create role lax_app login superuser password 'a'",
        "create database lax owner lax_owner");

    try (ServerProcess server = launch("lax", "lax_owner", "o", "lax_app", "a")) {
      assertThat(server.awaitExit()).isEqualTo(9);
      assertThat(server.output())
          .singleElement()
          .asString()
          .startsWith("Mercat cannot start: ")
          .contains("lax_app");
    }
  }

  private ServerProcess launch(
      String database, String owner, String ownerPassword, String role, String password)
      throws IOException {
    return ServerProcess.launch(
        folder.resolve(database),
        ServerProcess.freePort(),
        Map.of(
            "MERCAT_LOG_FORMAT",
            "json",
            "MERCAT_DB_URL",
            EmbeddedRoles.url(OneServerForAllTests.data(), database),
            "MERCAT_DB_OWNER_USER",
            owner,
            "MERCAT_DB_OWNER_PASSWORD",
            ownerPassword,
            "MERCAT_DB_USER",
            role,
            "MERCAT_DB_PASSWORD",
            password));
  }

  private static void asSuperuser(String... orders) throws IOException, SQLException {
    try (Connection connection =
            EmbeddedRoles.connect(OneServerForAllTests.data(), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      for (String order : orders) {
        boolean _ = statement.execute(order);
      }
    }
  }
}
