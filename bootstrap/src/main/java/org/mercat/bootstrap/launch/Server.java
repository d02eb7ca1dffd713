package org.mercat.bootstrap.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.SocketException;
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
  private static final String CONSOLE = "console.log";
  private static final String REFUSAL = "Mercat cannot start: ";
  private static final String NOT_DEPLOYED = "CWWKZ0002E";
  private static final int POLLS_BETWEEN_LOOKS = 25;

  private final Process process;
  private final Leftovers leftovers;
  private final Path console;
  private final Path messages;
  private final URI readiness;

  private Server(Process process, Leftovers leftovers, DataFolder folder, URI readiness) {
    this.process = process;
    this.leftovers = leftovers;
    this.console = folder.log(CONSOLE);
    this.messages = folder.log("messages.log");
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
    Watching watching = new Watching(settings.operations());
    watching.layOut(user.resolve("servers").resolve("mercat"));
    Files.deleteIfExists(folder.log(CONSOLE));
    ProcessBuilder builder =
        new ProcessBuilder(command(installation, settings))
            .redirectErrorStream(true)
            .redirectOutput(
                settings.profile() == Settings.Profile.PROD
                    ? Redirect.INHERIT
                    : Redirect.to(folder.log(CONSOLE).toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("WLP_USER_DIR", user.toString());
    builder.environment().put("WLP_OUTPUT_DIR", folder.resolve("server").resolve("out").toString());
    builder.environment().put("LOG_DIR", folder.resolve("logs").toString());
    builder.environment().put("MERCAT_LIB", installation.libraries().toString());
    builder.environment().putAll(watching.log());
    watching.traces().forEach(builder.environment()::putIfAbsent);
    Process process = builder.start();
    leftovers.record(process.toHandle());
    URI readiness = URI.create("http://localhost:%d/health/ready".formatted(settings.httpPort()));
    return new Server(process, leftovers, folder, readiness);
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
    if (settings.profile() != Settings.Profile.PROD) {
      command.add("-XX:TieredStopAtLevel=1"); // half the work until ready, less speed for ever
    }
    command.addAll(settings.jvmOptions());
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
    for (int polls = 1; !isReady(); polls++) {
      boolean ended = process.waitFor(40, TimeUnit.MILLISECONDS);
      boolean hopeless = polls % POLLS_BETWEEN_LOOKS == 0 && !find(console, NOT_DEPLOYED).isEmpty();
      if (ended || hopeless || System.nanoTime() > giveUp) {
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
    } catch (SocketException | SocketTimeoutException _) {
      return false;
    }
  }

  private String whyNot() throws IOException {
    String refusal = find(console, REFUSAL);
    return refusal.isEmpty()
        ? "The server did not start. Its log is %s.".formatted(messages)
        : refusal;
  }

  /** The first text with these words, from them on, also in a line of JSON; may be empty. */
  private static String find(Path log, String words) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.contains(words))
          .map(line -> line.substring(line.indexOf(words)).replaceFirst("\",\".*", ""))
          .map(text -> text.replace("\\/", "/"))
          .findFirst()
          .orElse("");
    }
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
