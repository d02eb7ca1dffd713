package org.mercat.bootstrap;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is said in {@code docs/security/asvs.csv} of the Application Security Verification Standard,
 * version 5.0: every requirement of its levels 1 and 2 is there, and every proof exists.
 */
class AsvsTraceTest {

  private static final Path ROOT = Path.of("..");
  private static final Path IDS = Path.of("src", "test", "resources", "asvs-5.0-ids.csv");
  private static final Path TRACE = ROOT.resolve("docs").resolve("security").resolve("asvs.csv");
  private static final Pattern LINE =
      Pattern.compile("(V[\\d.]+),([12]),(yes|no|operator),\"([^\"]+)\",(none|\\w+(?:#\\w+)?)");

  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Contract))`");

  private record Row(String id, String level, String applies, String test) {

    boolean isTested() {
      return !test.equals("none");
    }
  }

  @Test
  void every_requirement_of_the_first_two_levels_is_there_once() throws IOException {
    var ids = withoutHead(IDS);

    assertThat(rows().stream().map(row -> row.id() + "," + row.level()))
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(ids);
  }

  @Test
  void every_test_that_is_named_is_there() throws IOException {
    var sources = sources();

    assertThat(rows().stream().filter(Row::isTested).map(Row::test))
        .isNotEmpty()
        .allSatisfy(test -> assertThat(isThere(test, sources)).as(test).isTrue());
  }

  @Test
  void the_first_level_is_tested_whole_and_the_second_to_nine_tenths() throws IOException {
    var rows = rows();

    assertThat(share("1", rows)).as("without %s", untested("1", rows)).isEqualTo(100);
    assertThat(share("2", rows)).as("without %s", untested("2", rows)).isGreaterThanOrEqualTo(90);
  }

  /** A page about security that names a test which is not there claims what nothing shows. */
  @Test
  void every_test_that_a_page_about_security_names_is_there() throws IOException {
    var sources = sources();

    for (var page : Sources.texts(Sources.page("security"), ".md").entrySet()) {
      assertThat(TEST.matcher(page.getValue()).results().map(match -> match.group(1)))
          .as(page.getKey().toString())
          .allSatisfy(test -> assertThat(sources).containsKey(test));
    }
  }

  private static List<String> untested(String level, List<Row> rows) {
    return applicable(level, rows).filter(row -> !row.isTested()).map(Row::id).toList();
  }

  private static int share(String level, List<Row> rows) {
    var all = applicable(level, rows).count();
    var tested = all - untested(level, rows).size();
    var share = Math.toIntExact(100 * tested / all);
    System.out.printf(
        "ASVS 5.0 level %s: %d apply, %d of them tested (%d %%)%n", level, all, tested, share);
    return share;
  }

  private static Stream<Row> applicable(String level, List<Row> rows) {
    return rows.stream().filter(row -> row.level().equals(level) && row.applies().equals("yes"));
  }

  private static boolean isThere(String test, Map<String, String> sources) {
    var parts = test.split("#", 2);
    var source = sources.get(parts[0]);
    return source != null
        && (parts.length == 1 || Pattern.compile("\\b" + parts[1] + "\\(").matcher(source).find());
  }

  private static List<Row> rows() throws IOException {
    var rows = new ArrayList<Row>();
    for (var line : withoutHead(TRACE)) {
      var read = LINE.matcher(line);
      assertThat(read.matches()).as(line).isTrue();
      rows.add(new Row(read.group(1), read.group(2), read.group(3), read.group(5)));
    }
    return rows;
  }

  private static List<String> withoutHead(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }

  /** The tests of all modules by their names; two of one name are read as one. */
  private static Map<String, String> sources() throws IOException {
    var sources = new HashMap<String, String>();
    try (var modules = Files.newDirectoryStream(ROOT)) {
      for (var module : modules) {
        addSources(module.resolve("src").resolve("test"), sources);
      }
    }
    return sources;
  }

  private static void addSources(Path folder, Map<String, String> sources) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(toMap(AsvsTraceTest::name, AsvsTraceTest::text, String::concat))
          .forEach((name, text) -> sources.merge(name, text, String::concat));
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.java$", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
