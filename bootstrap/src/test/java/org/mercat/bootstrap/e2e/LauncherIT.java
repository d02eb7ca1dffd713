package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  @TempDir Path folder;

  @Test
  void a_second_server_on_the_same_data_is_refused_in_one_line() throws IOException {
    ServerProcess second =
        ServerProcess.launch(OneServerForAllTests.data(), ServerProcess.freePort(), Map.of());

    assertThat(second.awaitExit()).isEqualTo(3);
    assertThat(second.output())
        .containsExactly(
            "Mercat already runs on the data folder " + OneServerForAllTests.data() + ".");
  }

  @Test
  void a_taken_port_is_refused_in_one_line_that_names_another() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      ServerProcess refused = ServerProcess.launch(folder.resolve("data"), port, Map.of());

      assertThat(refused.awaitExit()).isEqualTo(2);
      assertThat(refused.output())
          .containsExactly(
              "Port %d is taken. Choose another with MERCAT_HTTP_PORT=%d."
                  .formatted(port, port + 1));
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_refused_in_one_line() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    ServerProcess refused =
        ServerProcess.launch(file.resolve("data"), ServerProcess.freePort(), Map.of());

    assertThat(refused.awaitExit()).isEqualTo(6);
    assertThat(refused.output())
        .singleElement()
        .asString()
        .contains("The data folder", "cannot be used", "MERCAT_DATA_DIR");
  }

  @Test
  void wrong_settings_are_refused_in_one_line() throws IOException {
    ServerProcess refused =
        ServerProcess.launch(
            folder.resolve("data"),
            ServerProcess.freePort(),
            Map.of("MERCAT_PROFILE", "prod", "MERCAT_COLOUR", "blue"));

    assertThat(refused.awaitExit()).isEqualTo(7);
    assertThat(refused.output())
        .singleElement()
        .asString()
        .startsWith(
            "No such setting: MERCAT_COLOUR. MERCAT_ADMIN_PASSWORD must be set in profile prod. ")
        .contains(" MERCAT_PAYMENTS=sandbox moves no money and is refused in profile prod. ")
        .endsWith(" MERCAT_DATA_KEY is needed in profile prod.");
  }

  @Test
  void a_killed_server_comes_back_with_its_data_and_leaves_nothing_when_asked_to_end()
      throws IOException, SQLException {
    try (ServerProcess killed = ServerProcess.launch("killed")) {
      killed.awaitReady();
      keep("still here", killed);
      killed.kill();

      try (ServerProcess again = ServerProcess.launch(killed.data(), killed.port(), Map.of())) {
        again.awaitReady();

        assertThat(kept(again)).isEqualTo("still here");
        assertThat(again.stop()).isEqualTo(143);
        assertThat(again.output()).endsWith("stopped cleanly");
        assertThat(again.processes()).isEmpty();
      }
    }
  }

  private static void keep(String word, ServerProcess server) throws IOException, SQLException {
    try (Connection connection = owner(server);
        Statement statement = connection.createStatement()) {
      boolean _ = statement.execute("create table kept (word text)");
      int _ = statement.executeUpdate("insert into kept values ('%s')".formatted(word));
    }
  }

  private static String kept(ServerProcess server) throws IOException, SQLException {
    try (Connection connection = owner(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select word from kept")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection owner(ServerProcess server) throws IOException, SQLException {
    return EmbeddedRoles.connect(server.data(), "mercat", "mercat_owner");
  }
}
