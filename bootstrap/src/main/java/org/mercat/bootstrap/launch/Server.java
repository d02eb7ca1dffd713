package org.mercat.bootstrap.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mercat.bootstrap.Settings;

/** The application server as a child process. */
final class Server implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);
  private static final String REFUSAL = "Mercat cannot start: ";

  private final Process process;
  private final Leftovers leftovers;
  private final Path console;
  private final URI readiness;

  private Server(Process process, Leftovers leftovers, Path console, URI readiness) {
    this.process = process;
    this.leftovers = leftovers;
    this.console = console;
    this.readiness = readiness;
  }

  static Server start(
      Installation installation,
      DataFolder folder,
      Leftovers leftovers,
      Settings settings,
      Map<String, String> environment)
      throws IOException {
    Path user = layOut(installation, folder);
    Path console = folder.log("console.log");
    ProcessBuilder builder =
        new ProcessBuilder(command(installation, settings))
            .redirectErrorStream(true)
            .redirectOutput(
                settings.profile() == Settings.Profile.PROD
                    ? Redirect.INHERIT
                    : Redirect.to(console.toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("WLP_USER_DIR", user.toString());
    builder.environment().put("WLP_OUTPUT_DIR", folder.resolve("server").resolve("out").toString());
    builder.environment().put("LOG_DIR", folder.resolve("logs").toString());
    builder.environment().put("MERCAT_LIB", installation.libraries().toString());
    Process process = builder.start();
    leftovers.record(process.toHandle());
    URI readiness = URI.create("http://localhost:%d/health/ready".formatted(settings.httpPort()));
    return new Server(process, leftovers, console, readiness);
  }

  /** The server runs on copies, so that a build beside it does not pull them from under it. */
  private static Path layOut(Installation installation, DataFolder folder) throws IOException {
    Path user = folder.resolve("server").resolve("usr");
    Path home = user.resolve("servers").resolve("mercat");
    Files.createDirectories(home.resolve("apps"));
    copy(installation.configuration(), home.resolve("server.xml"));
    copy(installation.war(), home.resolve("apps").resolve("mercat.war"));
    return user;
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
      Path _ = Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<String> command(Installation installation, Settings settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:-OmitStackTraceInFastThrow",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Dliquibase.analytics.enabled=false"));
    if (settings.profile() == Settings.Profile.TEST) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.add("@" + installation.runtime().resolve("lib/platform/java/java24.options"));
    command.addAll(
        List.of(
            "-jar",
            installation.runtime().resolve("bin/tools/ws-server.jar").toString(),
            "mercat"));
    return command;
  }

  /** Returns when the server answers that it is ready. */
  void awaitReady() throws CannotStart, InterruptedException, IOException {
    long giveUp = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!isReady()) {
      if (process.waitFor(40, TimeUnit.MILLISECONDS) || System.nanoTime() > giveUp) {
        throw new CannotStart(CannotStart.Reason.SERVER_FAILED, whyNot());
      }
    }
  }

  /** Returns the exit code when the server ends. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  private boolean isReady() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(20_000);
    try {
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        return false;
      }
      try (InputStream body = connection.getInputStream()) {
        String checks = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        return checks.contains("\"database\"");
      }
    } catch (ConnectException | SocketTimeoutException _) {
      return false;
    }
  }

  private String whyNot() throws IOException {
    if (Files.exists(console)) {
      try (Stream<String> lines = Files.lines(console)) {
        return lines
            .filter(line -> line.contains(REFUSAL))
            .map(line -> line.substring(line.indexOf(REFUSAL)))
            .findFirst()
            .orElse("The server did not start. Its log is " + console + ".");
      }
    }
    return "The server did not start; its output above says why.";
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        int _ = process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      Process _ = process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    leftovers.forget();
  }
}
