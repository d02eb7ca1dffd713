package org.mercat.bootstrap.launch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.mercat.bootstrap.Setting;
import org.mercat.bootstrap.Settings;
import org.mercat.bootstrap.SettingsForMessages;
import org.mercat.bootstrap.SettingsForOperations.Metrics;

/** What the one who started the server wants to know, in a frame. */
final class Box {
  private final List<String> lines;

  private Box(List<String> lines) {
    this.lines = lines;
  }

  static Box of(
      String version, Settings settings, String database, Duration took, DataFolder folder) {
    String root = "http://localhost:" + settings.httpPort();
    return new Box(
        List.of(
            "Mercat %s is ready after %.1f s"
                .formatted(version, took.toMillis() / 1000.0)
                .replace(',', '.'),
            "",
            "API       " + root + "/api/v1",
            "OpenAPI   " + root + "/openapi/ui/",
            "Mails     "
                + settings
                    .messages()
                    .smtp()
                    .map(SettingsForMessages.Smtp::host)
                    .orElse(root + "/dev/mailbox"),
            "Health    " + root + "/health/ready",
            "Metrics   " + metrics(root, settings.operations().metrics()),
            "Admin     " + admin(settings.admin()),
            "Data      " + folder.root(),
            "Logs      " + folder.root().resolve("logs"),
            "Adapters  database: %s, payments: %s"
                .formatted(
                    database, settings.payments().provider().name().toLowerCase(Locale.ROOT)),
            "Profile   " + settings.profile().name().toLowerCase(Locale.ROOT),
            "",
            "Ctrl-C stops it."));
  }

  private static String metrics(String root, Metrics metrics) {
    return switch (metrics) {
      case OFF -> "off";
      case OPEN -> root + "/metrics";
      case TOKEN -> root + "/metrics, with MERCAT_METRICS_TOKEN";
    };
  }

  private static String admin(Settings.Login admin) {
    boolean known = admin.password().equals(Setting.ADMIN_PASSWORD.defaultText());
    return admin.name() + (known ? " / " + admin.password() : "");
  }

  @Override
  public String toString() {
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    String edge = "+" + "-".repeat(width + 4) + "+";
    StringBuilder text = new StringBuilder(edge).append('\n');
    for (String line : lines) {
      text.append("|  ").append(line).repeat(' ', width - line.length()).append("  |\n");
    }
    return text.append(edge).toString();
  }
}
