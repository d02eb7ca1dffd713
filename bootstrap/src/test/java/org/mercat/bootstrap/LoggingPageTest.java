package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.SecurityLog.Incident;

/**
 * docs/security/logging.md lists everything that is written down, and it is written nowhere else.
 */
class LoggingPageTest {

  /** What a line could be sent to beside the server's own log. */
  private static final Pattern SINK =
      Pattern.compile(
          "java\\.util\\.logging\\.\\w*Handler|ConsoleHandler|FileHandler|SocketHandler|FileWriter"
              + "|newBufferedWriter|FileOutputStream|Files\\.(?:write|newOutputStream)"
              + "|System\\.(?:out|err)\\b|printStackTrace");

  private static final Pattern LOG_FILE = Pattern.compile("\\.log\\(\"([\\w.]+)\"\\)");
  private static final Path LAUNCHER =
      Path.of("bootstrap", "src", "main", "java", "org", "mercat", "bootstrap", "launch");

  @Test
  void every_line_goes_to_the_log_of_the_server() throws IOException {
    assertThat(Sources.naming(text -> SINK.matcher(text).find()))
        .isNotEmpty()
        .allMatch(source -> source.startsWith(Sources.ROOT.resolve(LAUNCHER)));
    assertThat(
            Sources.naming(
                text -> text.contains("getLogger(") && !text.contains("System.getLogger(")))
        .isEmpty();
  }

  @Test
  void every_file_of_the_log_is_named() throws IOException {
    var page = Sources.pageText("security", "logging.md");
    var files = new TreeSet<String>();
    for (var text : Sources.texts(Sources.ROOT.resolve(LAUNCHER), ".java").values()) {
      LOG_FILE
          .matcher(text)
          .results()
          .map((MatchResult match) -> match.group(1))
          .forEach(files::add);
    }

    assertThat(files)
        .contains("messages.log")
        .allSatisfy(file -> assertThat(page).contains("`logs/" + file + "`"));
    assertThat(page)
        .contains(
            Setting.TRACES_ENDPOINT.variable(), Setting.SYSTEM_EVENT_DAYS.variable(), "`/metrics`");
  }

  @Test
  void every_event_of_security_is_named() throws IOException {
    var page = Sources.pageText("security", "logging.md");
    var sealedEvents =
        Sources.texts(
            Sources.ROOT.resolve(
                Path.of("domain", "src", "main", "java", "org", "mercat", "domain", "identity")),
            "SessionEvent.java");

    assertThat(Stream.of(Incident.values()).map(LoggingPageTest::camel))
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(sealedEvents.values())
        .singleElement()
        .satisfies(
            text ->
                assertThat(
                        Pattern.compile("record (\\w+)\\(")
                            .matcher(text)
                            .results()
                            .map((MatchResult match) -> match.group(1)))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(page).contains(name)));
  }

  @Test
  void the_server_is_told_to_log_nowhere_else() throws IOException {
    var server =
        Files.readString(
            Path.of("src", "main", "liberty", "server.xml").toAbsolutePath().normalize());

    assertThat(server)
        .contains("<logging ")
        .doesNotContain("logstash", "accessLogging", "binaryLog");
  }

  private static String camel(Incident incident) {
    var name = new StringBuilder();
    for (var word : incident.name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
