package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.Session;

/** What no source of the product may do, whatever it is for. */
class SecuritySourcesTest {

  private static final Path ROOT = Sources.ROOT;
  private static final Path PAGES =
      ROOT.resolve(Path.of("adapters-rest", "src", "main", "resources", "pages"));
  private static final Path MAILS =
      ROOT.resolve(Path.of("adapters-notifications", "src", "main", "resources"));
  private static final Pattern OF_ANOTHER_HOST =
      Pattern.compile("<img|@import|url\\(|(?:src|action)=\"(?:https?:)?//|href=\"(?:https?:)?//");
  private static final Path LAUNCHER =
      ROOT.resolve(
          Path.of("bootstrap", "src", "main", "java", "org", "mercat", "bootstrap", "launch"));

  @Test
  void no_statement_is_put_together_from_text() throws IOException {
    var sources = Sources.product(ROOT.resolve("adapters-persistence")).values();

    assertThat(sources).anyMatch(text -> text.contains("@Select"));
    assertThat(sources).noneMatch(text -> text.contains("${"));
  }

  @Test
  void only_the_launcher_starts_processes() throws IOException {
    assertThat(
            Sources.naming(
                text ->
                    text.contains("ProcessBuilder") || text.contains("Runtime.getRuntime().exec")))
        .isNotEmpty()
        .allMatch(SecuritySourcesTest::isOfTheLauncher);
  }

  @Test
  void no_client_of_the_server_follows_redirects() throws IOException {
    assertThat(
            Sources.naming(
                text ->
                    text.contains("Redirect.ALWAYS")
                        || text.contains("Redirect.NORMAL")
                        || (text.contains("openConnection(")
                            && !text.contains("setInstanceFollowRedirects(false)"))))
        .isNotEmpty()
        .allMatch(SecuritySourcesTest::isOfTheLauncher);
  }

  @Test
  void nothing_sets_a_cookie() throws IOException {
    assertThat(
            Sources.naming(
                text ->
                    text.contains("NewCookie")
                        || text.contains("addCookie(")
                        || text.contains("Set-Cookie")))
        .isEmpty();
  }

  @Test
  void passwords_are_typed_unseen_and_may_be_pasted() throws IOException {
    var fields = 0;
    for (var page : Sources.texts(PAGES, ".html").values()) {
      assertThat(page).doesNotContain("onpaste", "autocomplete=\"off\"");
      if (page.contains("name=\"password\"")) {
        assertThat(page).contains("type=\"password\" name=\"password\"");
        fields++;
      }
    }

    assertThat(fields).isPositive();
    assertThat(Sources.texts(PAGES, ".js").values()).noneMatch(script -> script.contains("paste"));
  }

  @Test
  void pages_store_nothing_in_the_browser() throws IOException {
    assertThat(Sources.texts(PAGES, "").values())
        .isNotEmpty()
        .noneMatch(text -> text.matches("(?s).*(localStorage|sessionStorage|indexedDB|cookie).*"));
  }

  /** So nobody else learns who reads them, by a picture, a font or a script of another host. */
  @Test
  void pages_and_mails_load_nothing_from_other_hosts() throws IOException {
    var pages = new ArrayList<>(Sources.texts(PAGES, "").values());
    pages.addAll(Sources.texts(MAILS, ".peb").values());

    assertThat(pages).hasSizeGreaterThan(5).noneMatch(text -> OF_ANOTHER_HOST.matcher(text).find());
  }

  @Test
  void the_page_says_how_long_a_session_lives() throws IOException {
    var page = Sources.pageText("security", "README.md");

    assertThat(page)
        .contains("rests for %d days".formatted(Session.REST.toDays()))
        .contains("%d days after it was opened".formatted(Session.LIFE.toDays()));
  }

  /** The launcher asks its own server alone, and not on behalf of anybody. */
  private static boolean isOfTheLauncher(Path file) {
    return file.startsWith(LAUNCHER);
  }
}
