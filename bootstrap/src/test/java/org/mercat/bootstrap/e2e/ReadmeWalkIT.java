package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk, word for word, so that it cannot drift from what the server does. */
class ReadmeWalkIT {

  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void the_walk_of_the_readme_leads_to_a_released_escrow() throws Exception {
    var log = folder.resolve("walk.log");
    var walk = folder.resolve("walk.sh");
    Files.writeString(walk, "set -eu\n" + walk());
    var builder =
        new ProcessBuilder(List.of("bash", walk.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("MERCAT", OneServerForAllTests.url() + "/api/v1");

    var process = builder.start();

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    var output = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output)
        .contains("\"lifecycle\":\"COMPLETED\"", "\"money\":\"RELEASED\"", "\"ok\":true");
  }

  private static String walk() throws IOException {
    var readme = Files.readString(Path.of("..", "README.md"), StandardCharsets.UTF_8);
    var from = readme.indexOf("\n## Walk\n");
    var section = readme.substring(from, readme.indexOf("\n## ", from + 1));
    var script = new StringBuilder();
    BLOCK.matcher(section).results().forEach(block -> script.append(block.group(1)));
    return script.toString();
  }
}
