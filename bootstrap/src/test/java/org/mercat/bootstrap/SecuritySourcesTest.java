package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.Session;

/** What no source of the product may do, whatever it is for. */
class SecuritySourcesTest {

  private static final Path ROOT = Path.of("..");
  private static final Path PAGES =
      ROOT.resolve(Path.of("adapters-rest", "src", "main", "resources", "pages"));
  private static final Path LAUNCHER =
      ROOT.resolve(
          Path.of("bootstrap", "src", "main", "java", "org", "mercat", "bootstrap", "launch"));
  private static final String JAVA = ".java";

  @Test
  void no_statement_is_put_together_from_text() throws IOException {
    assertThat(naming("adapters-persistence", text -> text.contains("@Select"))).isNotEmpty();
    assertThat(naming("adapters-persistence", text -> text.contains("${"))).isEmpty();
  }

  @Test
  void only_the_launcher_starts_processes() throws IOException {
    for (var module : modules()) {
      assertThat(
              naming(
                  module,
                  text ->
                      text.contains("ProcessBuilder")
                          || text.contains("Runtime.getRuntime().exec")))
          .allMatch(SecuritySourcesTest::isOfTheLauncher);
    }
  }

  @Test
  void no_client_of_the_server_follows_redirects() throws IOException {
    for (var module : modules()) {
      assertThat(
              naming(
                  module,
                  text ->
                      text.contains("Redirect.ALWAYS")
                          || text.contains("Redirect.NORMAL")
                          || (text.contains("openConnection(")
                              && !text.contains("setInstanceFollowRedirects(false)"))))
          .allMatch(SecuritySourcesTest::isOfTheLauncher);
    }
  }

  @Test
  void nothing_sets_a_cookie() throws IOException {
    for (var module : modules()) {
      assertThat(
              naming(
                  module,
                  text ->
                      text.contains("NewCookie")
                          || text.contains("addCookie(")
                          || text.contains("Set-Cookie")))
          .isEmpty();
    }
  }

  @Test
  void passwords_are_typed_unseen_and_may_be_pasted() throws IOException {
    var fields = 0;
    for (var page : texts(PAGES, ".html").values()) {
      assertThat(page).doesNotContain("onpaste", "autocomplete=\"off\"");
      if (page.contains("name=\"password\"")) {
        assertThat(page).contains("type=\"password\" name=\"password\"");
        fields++;
      }
    }

    assertThat(fields).isPositive();
    assertThat(texts(PAGES, ".js").values()).noneMatch(script -> script.contains("paste"));
  }

  @Test
  void pages_store_nothing_in_the_browser() throws IOException {
    assertThat(texts(PAGES, "").values())
        .isNotEmpty()
        .noneMatch(text -> text.matches("(?s).*(localStorage|sessionStorage|indexedDB|cookie).*"));
  }

  @Test
  void the_page_says_how_long_a_session_lives() throws IOException {
    var page = Files.readString(ROOT.resolve(Path.of("docs", "security", "README.md")));

    assertThat(page)
        .contains("rests for %d days".formatted(Session.REST.toDays()))
        .contains("%d days after it was opened".formatted(Session.LIFE.toDays()));
  }

  /** The launcher asks its own server alone, and not on behalf of anybody. */
  private static boolean isOfTheLauncher(Path file) {
    return file.startsWith(LAUNCHER);
  }

  private static Set<Path> naming(String module, Predicate<String> what) throws IOException {
    return naming(ROOT.resolve(module), what);
  }

  private static Set<Path> naming(Path module, Predicate<String> what) throws IOException {
    var texts = texts(module.resolve(Path.of("src", "main")), JAVA);
    texts.values().removeIf(what.negate());
    return texts.keySet();
  }

  private static List<Path> modules() throws IOException {
    try (var folders = Files.list(ROOT)) {
      return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml"))).toList();
    }
  }

  private static SortedMap<Path, String> texts(Path folder, String ending) throws IOException {
    var texts = new TreeMap<Path, String>();
    if (!Files.isDirectory(folder)) {
      return texts;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(ending)) {
          texts.put(file, Files.readString(file));
        }
      }
    }
    return texts;
  }
}
