package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/security/connections.md lists everything that is talked to, and each class that does it. */
class ConnectionsPageTest {

  /** What opens a connection, or lets another process be reached. */
  private static final Pattern OPENING =
      Pattern.compile(
          "import (?:java\\.net\\.(?:http\\.HttpClient|URLConnection|HttpURLConnection|Socket|ServerSocket"
              + "|DatagramSocket|URL)|java\\.nio\\.channels\\.\\w*SocketChannel|jakarta\\.mail\\.Session"
              + "|jakarta\\.ws\\.rs\\.client\\.\\w+|com\\.zaxxer\\.hikari\\.HikariConfig"
              + "|org\\.postgresql\\.ds\\.\\w+|java\\.sql\\.DriverManager"
              + "|com\\.nimbusds\\.jose\\.util\\.DefaultResourceRetriever);"
              + "|\\.openConnection\\(");

  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  @Test
  void no_other_class_opens_a_connection() throws IOException {
    var opening = new TreeSet<String>();
    Sources.naming(text -> OPENING.matcher(text).find()).stream()
        .map(Sources::type)
        .forEach(opening::add);

    assertThat(listed()).isNotEmpty().containsExactlyInAnyOrderElementsOf(opening);
  }

  @Test
  void every_address_of_the_settings_is_named() throws IOException {
    var page = page();

    assertThat(
            Arrays.stream(Setting.values())
                .map(Setting::variable)
                .filter(name -> name.matches(".*_(?:URL|HOST|ENDPOINT|API_BASE|ORIGINS|PROXIES)")))
        .hasSizeGreaterThan(6)
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  /**
   * A resource that called an address would be a way to make the server ask for a caller; the one
   * that fetches the keys of issuers outside asks nothing but the public internet.
   */
  @Test
  void no_class_that_reads_requests_opens_a_connection() throws IOException {
    assertThat(
            Sources.naming(text -> OPENING.matcher(text).find()).stream()
                .filter(path -> path.startsWith(Sources.ROOT.resolve("adapters-rest")))
                .map(Sources::type))
        .containsExactlyInAnyOrder("CheckedPeers", "OutsideAnswers");
    assertThat(Sources.naming(text -> text.contains("addresses.checkHost(")))
        .extracting(Sources::type)
        .contains("OutsideAnswers");
  }

  private static Set<String> listed() throws IOException {
    var names = new TreeSet<String>();
    LISTED.matcher(page()).results().map((MatchResult match) -> match.group(1)).forEach(names::add);
    return names;
  }

  private static String page() throws IOException {
    return Sources.pageText("security", "connections.md");
  }
}
