package org.mercat.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.Settings;

class DemoTest {

  @Test
  void without_a_server_it_says_in_one_line_how_to_start_one() throws IOException {
    String server = "http://localhost:" + portOfNobody();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Settings.Login admin = new Settings.Login("admin@example.com", "not asked for");

    assertThatExceptionOfType(DemoStopped.class)
        .isThrownBy(() -> Demo.play(server, admin, out))
        .withMessage(
            "No server answers at %s/api/v1. Start one with ./mercat start, in another terminal."
                .formatted(server));
    assertThat(printed.toString(StandardCharsets.UTF_8)).hasLineCount(1);
  }

  private static int portOfNobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
