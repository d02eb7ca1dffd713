package org.mercat.bootstrap.e2e;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mercat.bootstrap.e2e.AccessMatrix.Wall;

/**
 * Every operation of the served contract is asked for about things of two people by everybody who
 * has no part in them: nobody gets a byte of theirs, learns that the things are there, or changes
 * anything. A new operation joins by itself.
 */
class AccessMatrixIT {

  private static @Nullable ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    server = ServerProcess.launch("matrix", Map.of("MERCAT_TRUSTED_PROXIES", "127.0.0.1,::1"));
    server.awaitReady();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> nobody_else_gets_at_what_is_theirs() {
    return matrix().strangers(_ -> true);
  }

  @TestFactory
  Stream<DynamicTest> who_has_a_part_in_them_and_administrators_read_them() {
    return matrix().readers();
  }

  private static AccessMatrix matrix() {
    if (server == null) {
      throw new IllegalStateException("no server");
    }
    return new AccessMatrix(server, Wall.FIRST);
  }
}
