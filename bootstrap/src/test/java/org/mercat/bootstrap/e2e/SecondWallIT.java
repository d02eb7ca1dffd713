package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mercat.bootstrap.e2e.AccessMatrix.Wall;

/**
 * The access matrix on a server whose application lets everybody do everything: the database alone
 * keeps from strangers what is not theirs.
 */
class SecondWallIT {

  private static @Nullable ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    server =
        ServerProcess.launch(
            OpenInstallation.make("second-wall"),
            "second-wall",
            Map.of("MERCAT_TRUSTED_PROXIES", "127.0.0.1,::1"));
    server.awaitReady();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void the_first_wall_is_away() {
    var market = new Market(server().url());
    var client = market.client();

    var accounts = client.get("/admin/users").expect(200).json().path("items");

    assertThat(accounts).hasSize(1);
    assertThat(accounts.path(0).path("id").asText())
        .isEqualTo(client.get("/auth/me").expect(200).id());
  }

  /** What only tests have is left out: the time that everybody may then set is no row of theirs. */
  @TestFactory
  Stream<DynamicTest> the_database_alone_keeps_what_is_theirs_from_strangers() {
    return new AccessMatrix(server(), Wall.SECOND)
        .strangers(operation -> !operation.path().startsWith("/test"));
  }

  private static ServerProcess server() {
    if (server == null) {
      throw new IllegalStateException("no server");
    }
    return server;
  }
}
