package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the settings is written by {@code -Dmercat.docs=write} and compared otherwise. */
class SettingsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ".")).resolve("../docs/settings.md").normalize();

  @Test
  void the_page_says_what_the_code_reads() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("mercat.docs"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).hasContent(page);
  }

  private static String page() {
    return """
        # Settings

        Mercat is set up by environment variables. Each may also be given as a file: the name with
        `_FILE` at its end holds the path of a file with the value, which keeps secrets out of the
        environment. A name that begins with `MERCAT_` and is not on this page stops the start.

        | Variable | Default | Meaning |
        |---|---|---|
        %s
        The launcher sets these for the server itself:

        | Variable | Meaning |
        |---|---|
        %s
        This page is generated: `./mvnw test -pl bootstrap -am -Dmercat.docs=write`.
        """
        .formatted(rows(Setting.Use.PUBLIC), rows(Setting.Use.INTERNAL));
  }

  private static String rows(Setting.Use use) {
    return Arrays.stream(Setting.values())
        .filter(setting -> setting.use() == use)
        .map(SettingsPageTest::row)
        .collect(Collectors.joining());
  }

  private static String row(Setting setting) {
    if (setting.use() == Setting.Use.INTERNAL) {
      return "| `%s` | %s |%n".formatted(setting.variable(), setting.meaning());
    }
    String value = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
    return "| `%s` | %s | %s |%n".formatted(setting.variable(), value, setting.meaning());
  }
}
