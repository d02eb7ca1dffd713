package org.mercat.bootstrap.benchmark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.mercat.bootstrap.benchmark.Round.Work;
import org.mercat.bootstrap.e2e.ServerProcess;

/** Starts a server, asks it and its database for the same, and prints how far they are apart. */
public final class Benchmark {

  private static final Map<String, String> USUAL = Map.of("MERCAT_PROFILE", "dev");

  /** With the compilers of production, which itself refuses the sandbox. */
  private static final Map<String, String> LOADED =
      Map.of("MERCAT_PROFILE", "dev", "MERCAT_JVM_OPTIONS", "-XX:TieredStopAtLevel=4");

  private static final int LISTINGS = 2_000;

  private final Duration warmUp = seconds("warmUp", 30);
  private final Duration round = seconds("round", 8);
  private final int starts = Integer.getInteger("mercat.benchmark.starts", 3);
  private final int rounds = Integer.getInteger("mercat.benchmark.rounds", 3);
  private final boolean profiled = Boolean.getBoolean("mercat.benchmark.profile");
  private Duration events = Duration.ZERO;

  private Benchmark() {}

  public static void main(String[] arguments) throws Exception {
    new Benchmark().run();
  }

  private static Duration seconds(String name, int usual) {
    return Duration.ofSeconds(Integer.getInteger("mercat.benchmark." + name, usual));
  }

  private void run() throws IOException, SQLException, InterruptedException, ExecutionException {
    say("load of the machine before: " + load());
    var begin = System.nanoTime();
    var server = ServerProcess.firstStart("benchmark", USUAL);
    sayWhenReady("first start, with an empty folder", server, begin);
    for (var start = 0; start < starts; start++) {
      server = again(server, USUAL, "start to ready");
    }
    server = again(server, LOADED, "start to ready as in production");
    try (var running = server) {
      try (var fair = new Fair(running, LISTINGS)) {
        measure(fair, running);
      }
      say("resident after load: " + resident(running));
    }
    say("load of the machine after: " + load());
  }

  private static ServerProcess again(
      ServerProcess before, Map<String, String> settings, String what) throws IOException {
    before.close();
    var begin = System.nanoTime();
    var server = ServerProcess.launch(before.data(), before.port(), settings);
    sayWhenReady(what, server, begin);
    return server;
  }

  private static void sayWhenReady(String what, ServerProcess server, long begin)
      throws IOException {
    server.awaitReady();
    var seconds = (System.nanoTime() - begin) / 1e9;
    say("%s: %.1f s, resident %s".formatted(what, seconds, resident(server)));
  }

  private void measure(Fair fair, ServerProcess server)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    var workers = fair.workers();
    fair.compare(workers.getFirst());
    var kinds =
        List.of(
            new Kind(
                "POST /bookings, paid",
                each(workers, w -> w::postOverHttp),
                each(workers, w -> w::postByJdbc)),
            new Kind(
                "GET /bookings/{id}",
                each(workers, w -> w::getOverHttp),
                each(workers, w -> w::getByJdbc)),
            new Kind(
                "GET /search",
                each(workers, w -> w::searchOverHttp),
                each(workers, w -> w::searchByJdbc)));
    say("| 16 connections | HTTP/s | p50 ms | p99 ms | JDBC/s | p50 ms | p99 ms | HTTP : JDBC |");
    say("|---|---|---|---|---|---|---|---|");
    for (var kind : kinds) {
      say(line(fair, kind));
    }
    if (profiled) {
      profile(fair, kinds.getFirst(), server);
    }
    say(
        "until the server had taken all events of its gateway: %.1f s"
            .formatted(events.toMillis() / 1e3));
  }

  /** One kind of request, both ways. */
  private record Kind(String name, List<Work> http, List<Work> jdbc) {}

  private String line(Fair fair, Kind kind)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    var _ = overHttp(fair, kind, warmUp);
    events = events.plus(fair.untilEventsAreTaken());
    var _ = Round.of(kind.jdbc(), warmUp.dividedBy(2));
    var http = Round.NOTHING;
    var jdbc = Round.NOTHING;
    for (var number = 0; number < rounds; number++) {
      http = http.and(overHttp(fair, kind, round));
      events = events.plus(fair.untilEventsAreTaken());
      jdbc = jdbc.and(Round.of(kind.jdbc(), round));
    }
    return "| %s | %s | %s | %.2f |"
        .formatted(kind.name(), columns(http), columns(jdbc), http.perSecond() / jdbc.perSecond());
  }

  private static Round overHttp(Fair fair, Kind kind, Duration time)
      throws IOException, InterruptedException, ExecutionException {
    for (var worker : fair.workers()) {
      worker.reconnect();
    }
    return Round.of(kind.http(), time);
  }

  private static String columns(Round round) {
    return "%.0f | %.1f | %.1f"
        .formatted(round.perSecond(), round.percentileMillis(0.5), round.percentileMillis(0.99));
  }

  private static List<Work> each(List<Worker> workers, Function<Worker, Work> work) {
    return new ArrayList<>(workers.stream().map(work).toList());
  }

  /** Records the server under the first kind of request, after all that is measured. */
  private void profile(Fair fair, Kind kind, ServerProcess server)
      throws IOException, InterruptedException, ExecutionException {
    var file = server.data().resolveSibling("benchmark.jfr");
    jcmd(server, "JFR.start", "name=benchmark", "settings=profile");
    var _ = overHttp(fair, kind, warmUp);
    jcmd(server, "JFR.stop", "name=benchmark", "filename=" + file);
    say("profile of %s: %s".formatted(kind.name(), file));
  }

  private static void jcmd(ServerProcess server, String... order)
      throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var command = new ArrayList<>(List.of(jcmd, Long.toString(process(server).pid())));
    command.addAll(List.of(order));
    var exitCode = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).start().waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException("jcmd has failed: " + command);
    }
  }

  /** The server below the launcher. */
  private static ProcessHandle process(ServerProcess server) {
    return server.process().children().findFirst().orElseThrow();
  }

  /** The memory of the server, without its database and without the launcher. */
  private static String resident(ServerProcess server) throws IOException {
    var status = Path.of("/proc", Long.toString(process(server).pid()), "status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .findFirst()
            .map(line -> line.substring("VmRSS:".length()).strip())
            .orElseThrow()
        : "unknown on this system";
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
