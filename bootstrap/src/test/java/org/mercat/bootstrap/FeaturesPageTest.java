package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A feature that is proved by a test which is not there is not proved. */
class FeaturesPageTest {

  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Contract))`");
  private static final Path ROOT = Path.of("..");

  @Test
  void every_test_that_the_page_names_is_there() throws IOException {
    var page = Files.readString(ROOT.resolve("docs").resolve("features.md"));
    var named =
        TEST.matcher(page)
            .results()
            .map((MatchResult result) -> result.group(1))
            .collect(Collectors.toSet());

    assertThat(named).isNotEmpty();
    assertThat(sources()).containsAll(named);
  }

  private static Set<String> sources() throws IOException {
    var names = new TreeSet<String>();
    try (var modules = Files.newDirectoryStream(ROOT)) {
      for (var module : modules) {
        addSources(module.resolve("src").resolve("test"), names);
      }
    }
    return names;
  }

  private static void addSources(Path folder, Set<String> names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .forEach(names::add);
    }
  }
}
