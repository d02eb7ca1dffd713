package org.mercat.bootstrap.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A launcher with its server and database, started the way the script starts it. */
public final class ServerProcess implements AutoCloseable {
  static final Path TARGET =
      Path.of(System.getProperty("basedir", ".")).resolve("target").toAbsolutePath().normalize();
  private static final int PATIENCE_SECONDS = 240;

  /** By these a shell can give every JVM options, which then says so in a line of its own. */
  private static final Set<String> JVM_SETTINGS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  private final Process process;
  private final Path data;
  private final int port;
  private final List<String> output = new ArrayList<>();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final Thread reader;

  private ServerProcess(Process process, Path data, int port, Path log) {
    this.process = process;
    this.data = data;
    this.port = port;
    this.reader = Thread.ofPlatform().daemon().name("output").start(() -> read(log));
  }

  /** A server of profile test on a data folder of its own and a free port. */
  static ServerProcess launch(String name) throws IOException {
    return launch(name, Map.of());
  }

  /** A server of these settings on a data folder of its own and a free port. */
  public static ServerProcess launch(String name, Map<String, String> settings) throws IOException {
    return launch(TARGET, name, settings);
  }

  /** The same of a server that lies in another folder than the one that was built. */
  static ServerProcess launch(Path installation, String name, Map<String, String> settings)
      throws IOException {
    Path data = TARGET.resolve("e2e").resolve(name);
    PreparedFolder.copyTo(data);
    return launch(installation, data, freePort(), settings);
  }

  /** A server of these settings that finds no data folder and has to make it. */
  public static ServerProcess firstStart(String name, Map<String, String> settings)
      throws IOException {
    Path data = TARGET.resolve("e2e").resolve(name);
    PreparedFolder.delete(data);
    return launch(data, freePort(), settings);
  }

  /** A server on a data folder that may have been used before. */
  public static ServerProcess launch(Path data, int port, Map<String, String> settings)
      throws IOException {
    return launch(TARGET, data, port, settings);
  }

  private static ServerProcess launch(
      Path installation, Path data, int port, Map<String, String> settings) throws IOException {
    Files.createDirectories(TARGET.resolve("e2e"));
    ProcessBuilder builder = command(installation, "Mercat", "start");
    Map<String, String> environment = builder.environment();
    environment.put("MERCAT_PROFILE", "test");
    environment.put("MERCAT_DATA_DIR", data.toString());
    environment.put("MERCAT_HTTP_PORT", Integer.toString(port));
    environment.putAll(settings);
    Path log = TARGET.resolve("e2e").resolve("%s-%d.log".formatted(data.getFileName(), port));
    return new ServerProcess(builder.start(), data, port, log);
  }

  /** A command as the script runs it, with no setting of whoever runs the tests. */
  static ProcessBuilder command(String main, String... arguments) {
    return command(TARGET, main, arguments);
  }

  private static ProcessBuilder command(Path installation, String main, String... arguments) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes =
        installation.resolve("mercat-launcher.jar")
            + ":"
            + installation.resolve("launcher").resolve("*");
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                "org.mercat.bootstrap.launch." + main));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("MERCAT_"));
    builder.environment().keySet().removeAll(JVM_SETTINGS);
    return builder;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public String url() {
    return "http://localhost:" + port;
  }

  public int port() {
    return port;
  }

  public Path data() {
    return data;
  }

  /** Returns when the box is printed; fails with the launcher's own words when it never will be. */
  public void awaitReady() {
    if (!ready.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join()) {
      throw new IllegalStateException(String.join("\n", output()));
    }
  }

  /** Waits for the end and returns the exit code. */
  int awaitExit() {
    int exitCode =
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join().exitValue();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return exitCode;
  }

  /** Asks it to end, as Ctrl-C or a service manager does, and returns the exit code. */
  int stop() {
    boolean _ = process.toHandle().destroy(); // Process.destroy would close the output as well
    return awaitExit();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      int _ = stop();
    }
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Ends the launcher alone without giving it any chance. */
  void killLauncher() {
    boolean _ = process.toHandle().destroyForcibly();
    int _ = awaitExit();
  }

  /** Ends the launcher and its server without giving them any chance. */
  void kill() {
    List<ProcessHandle> children = process.toHandle().children().toList();
    boolean _ = process.toHandle().destroyForcibly();
    for (ProcessHandle child : children) {
      boolean _ = child.destroyForcibly();
      ProcessHandle _ = child.onExit().join();
    }
    int _ = awaitExit();
  }

  /** The living processes that work on the data folder. */
  Stream<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(one -> one.pid() != process.pid())
        .filter(
            one -> one.info().commandLine().filter(l -> l.contains(data.toString())).isPresent());
  }

  List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  private void read(Path log) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        PrintStream copy = new PrintStream(log.toFile(), StandardCharsets.UTF_8)) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.println(line);
        synchronized (output) {
          output.add(line);
        }
        if (line.contains("Ctrl-C stops it")) {
          boolean _ = ready.complete(true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      boolean _ = ready.complete(false);
    }
  }
}
