package org.mercat.bootstrap.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.mercat.bootstrap.SettingsForOperations;
import org.mercat.bootstrap.SettingsForOperations.LogFormat;

/** How the server writes its log and its traces, in the words of Open Liberty. */
record Watching(SettingsForOperations settings) {
  private static final String TRACES =
      """
      <server description="What sends spans">
        <featureManager>
          <feature>mpTelemetry-2.1</feature>
        </featureManager>
      </server>
      """;

  /** Where the log is read by machines, all of it is on the console, too, in the same form. */
  Map<String, String> log() {
    return settings.logFormat() == LogFormat.JSON
        ? Map.of(
            "WLP_LOGGING_CONSOLE_FORMAT", "JSON",
            "WLP_LOGGING_CONSOLE_LOGLEVEL", "INFO",
            "WLP_LOGGING_CONSOLE_SOURCE", "message",
            "WLP_LOGGING_MESSAGE_FORMAT", "JSON",
            "WLP_LOGGING_MESSAGE_SOURCE", "message")
        : Map.of("WLP_LOGGING_CONSOLE_LOGLEVEL", "WARNING");
  }

  /** Spans alone, by OTLP; whoever runs the server may say more by the variables OTEL_... */
  Map<String, String> traces() {
    return settings
        .tracesEndpoint()
        .map(URI::toString)
        .map(
            endpoint ->
                Map.of(
                    "OTEL_SDK_DISABLED", "false",
                    "OTEL_SERVICE_NAME", "mercat",
                    "OTEL_EXPORTER_OTLP_ENDPOINT", endpoint,
                    "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                    "OTEL_PROPAGATORS", "tracecontext",
                    "OTEL_METRICS_EXPORTER", "none",
                    "OTEL_LOGS_EXPORTER", "none",
                    "OTEL_EXPERIMENTAL_RESOURCE_DISABLED_KEYS",
                        "process.command_line,process.command_args"))
        .orElse(Map.of());
  }

  /** Gives the server the feature that makes spans only when they are wanted: it takes time. */
  void layOut(Path home) throws IOException {
    Path file = home.resolve("configDropins").resolve("defaults").resolve("traces.xml");
    if (settings.tracesEndpoint().isPresent()) {
      Files.createDirectories(file.getParent());
      Path _ = Files.writeString(file, TRACES);
    } else {
      boolean _ = Files.deleteIfExists(file);
    }
  }
}
