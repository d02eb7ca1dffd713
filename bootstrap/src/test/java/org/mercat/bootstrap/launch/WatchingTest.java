package org.mercat.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mercat.bootstrap.Settings;

class WatchingTest {
  @TempDir Path home;

  @Test
  void nothing_is_traced_unless_somebody_says_where_to() throws IOException {
    watching(Map.of("MERCAT_TRACES_ENDPOINT", "http://collector:4318")).layOut(home);
    Watching silent = watching(Map.of());
    silent.layOut(home);

    assertThat(silent.traces()).isEmpty();
    assertThat(home.resolve("configDropins/defaults/traces.xml")).doesNotExist();
  }

  @Test
  void spans_go_to_the_endpoint_without_the_command_line() throws IOException {
    Watching watching = watching(Map.of("MERCAT_TRACES_ENDPOINT", "http://collector:4318"));
    watching.layOut(home);

    assertThat(watching.traces())
        .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318")
        .containsEntry("OTEL_SDK_DISABLED", "false")
        .hasEntrySatisfying(
            "OTEL_EXPERIMENTAL_RESOURCE_DISABLED_KEYS",
            keys -> assertThat(keys).contains("process.command_line"));
    assertThat(home.resolve("configDropins/defaults/traces.xml"))
        .content()
        .contains("mpTelemetry-2.1");
  }

  @Test
  void lines_for_machines_are_on_the_console_from_info_on() {
    assertThat(watching(Map.of("MERCAT_LOG_FORMAT", "json")).log())
        .containsEntry("WLP_LOGGING_CONSOLE_FORMAT", "JSON")
        .containsEntry("WLP_LOGGING_CONSOLE_LOGLEVEL", "INFO");
    assertThat(watching(Map.of()).log())
        .containsExactly(Map.entry("WLP_LOGGING_CONSOLE_LOGLEVEL", "WARNING"));
  }

  private static Watching watching(Map<String, String> environment) {
    return new Watching(Settings.read(environment).operations());
  }
}
