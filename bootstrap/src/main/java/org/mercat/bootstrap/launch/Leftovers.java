package org.mercat.bootstrap.launch;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Ends what a killed launcher left running on its data folder; asked only with the lock held. */
final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final DataFolder folder;

  Leftovers(DataFolder folder) {
    this.folder = folder;
  }

  void end() throws IOException {
    endRecordedServer();
    endDatabase();
  }

  /** Remembers the server, so that it can be ended when this process no longer can. */
  void record(ProcessHandle server) throws IOException {
    Files.writeString(serverFile(), server.pid() + " " + startOf(server));
  }

  void forget() throws IOException {
    Files.deleteIfExists(serverFile());
  }

  private void endRecordedServer() throws IOException {
    if (!Files.exists(serverFile())) {
      return;
    }
    String[] words = Files.readString(serverFile()).strip().split(" ", 2);
    if (words.length == 2) {
      process(words[0]).filter(server -> startOf(server).equals(words[1])).ifPresent(this::end);
    }
    forget();
  }

  private void endDatabase() throws IOException {
    Path pidFile = folder.resolve("pg").resolve("postmaster.pid");
    if (Files.exists(pidFile)) {
      List<String> lines = Files.readAllLines(pidFile);
      if (!lines.isEmpty()) {
        process(lines.getFirst().strip()).filter(ofOurDatabase()).ifPresent(this::end);
      }
    }
    // The backends of a killed postmaster hold its shared memory until they notice.
    ProcessHandle.allProcesses().filter(ofOurDatabase()).toList().forEach(this::await);
  }

  private Predicate<ProcessHandle> ofOurDatabase() {
    String data = folder.resolve("pg").toString();
    return process ->
        process.info().command().filter(command -> command.endsWith("postgres")).isPresent()
            && (process.info().commandLine().filter(line -> line.contains(data)).isPresent()
                || process.parent().filter(parent -> isPostmasterOf(parent, data)).isPresent());
  }

  private static boolean isPostmasterOf(ProcessHandle parent, String data) {
    return parent.info().commandLine().filter(line -> line.contains(data)).isPresent();
  }

  private void end(ProcessHandle process) {
    boolean asked = process.destroy();
    if (!asked || !await(process)) {
      boolean killed = process.destroyForcibly();
      if (killed) {
        await(process);
      }
    }
  }

  @CanIgnoreReturnValue
  private boolean await(ProcessHandle process) {
    try {
      process.onExit().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
      return true;
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException) {
        return false;
      }
      throw e;
    }
  }

  private static Optional<ProcessHandle> process(String pid) {
    try {
      return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private Path serverFile() {
    return folder.resolve("server.pid");
  }
}
