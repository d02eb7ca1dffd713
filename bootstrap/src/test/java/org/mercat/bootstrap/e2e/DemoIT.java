package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DemoIT {

  @RepeatedTest(2)
  void the_main_job_is_played_to_the_last_cent_as_often_as_one_likes() throws IOException {
    Process demo = demo(URI.create(OneServerForAllTests.url()).getPort());

    List<String> lines = output(demo);

    assertThat(lines)
        .anySatisfy(line -> assertThat(line).endsWith("CONFIRMED, money HELD"))
        .anySatisfy(line -> assertThat(line).endsWith("COMPLETED, money RELEASED"))
        .anySatisfy(line -> assertThat(line).matches("  Total, paid by the client +84\\.75"))
        .anySatisfy(line -> assertThat(line).matches("  Left in escrow +0\\.00"))
        .last()
        .asString()
        .startsWith("  The books balance");
    assertThat(demo.onExit().join().exitValue()).isZero();
  }

  @Test
  void without_a_server_it_ends_with_one_line_that_says_so() throws IOException {
    Process demo = demo(ServerProcess.freePort());

    assertThat(output(demo)).last().asString().startsWith("No server answers at ");
    assertThat(demo.onExit().join().exitValue()).isEqualTo(1);
  }

  private static Process demo(int port) throws IOException {
    ProcessBuilder builder = ServerProcess.command("Demo");
    builder.environment().put("MERCAT_HTTP_PORT", Integer.toString(port));
    return builder.start();
  }

  private static List<String> output(Process demo) throws IOException {
    try (var lines = demo.inputReader()) {
      return lines.lines().toList();
    }
  }
}
