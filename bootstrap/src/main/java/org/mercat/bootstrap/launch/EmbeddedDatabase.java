package org.mercat.bootstrap.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** A real PostgreSQL on the data folder, started beside the server and stopped after it. */
final class EmbeddedDatabase implements AutoCloseable {
  static final String OWNER = "mercat_owner";
  static final String APPLICATION = "mercat_app";
  private static final String SUPERUSER = "postgres";
  private static final String NAME = "mercat";

  /** How far the roles have come. */
  private static final String READY = "2";

  private static final String ACCESS =
      """
      local all all reject
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final DataFolder folder;
  private final int port;
  private final boolean fresh;
  private final CompletableFuture<EmbeddedPostgres> starting;

  private EmbeddedDatabase(DataFolder folder, int port, boolean fresh) {
    this.folder = folder;
    this.port = port;
    this.fresh = fresh;
    this.starting =
        CompletableFuture.supplyAsync(
            this::run, task -> Thread.ofPlatform().name("database").start(task));
  }

  /** Begins to start it; {@link #await} says when it is there. */
  static EmbeddedDatabase start(DataFolder folder) throws CannotStart {
    try (ServerSocket socket = new ServerSocket(0)) {
      return new EmbeddedDatabase(
          folder, socket.getLocalPort(), !Files.exists(folder.resolve("pg-ready")));
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** True at the first start on this folder, which takes some seconds longer. */
  boolean isFresh() {
    return fresh;
  }

  String url() {
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, NAME);
  }

  /** What it is, for the one who started it. */
  String label() {
    return "embedded PostgreSQL on port " + port;
  }

  void await() throws CannotStart {
    try {
      EmbeddedPostgres _ = starting.join();
    } catch (CompletionException e) {
      throw failed(folder, e.getCause() == null ? e : e.getCause());
    }
  }

  private EmbeddedPostgres run() {
    try {
      if (fresh) {
        removeHalfMade();
      }
      EmbeddedPostgres database = boot();
      if (fresh) {
        prepare(database);
      } else if (!READY.equals(Files.readString(folder.resolve("pg-ready")))) {
        follow(database);
      }
      return database;
    } catch (IOException | SQLException e) {
      throw new CompletionException(e);
    }
  }

  /** A first start that was killed has left nothing worth keeping, and initdb refuses to go on. */
  private void removeHalfMade() throws IOException {
    Path data = folder.resolve("pg");
    if (Files.exists(data)) {
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private EmbeddedPostgres boot() throws IOException {
    Redirect log = Redirect.appendTo(folder.log("postgresql.log").toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("pg"))
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(folder.resolve("pg-programs").toFile())
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "100")
        .setConnectConfig("password", folder.password(SUPERUSER))
        .setPGStartupWait(Duration.ofSeconds(60))
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .start();
  }

  /** Roles and database before anything else may ask for them; from then on by password only. */
  private void prepare(EmbeddedPostgres database) throws IOException, SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String order : orders()) {
        boolean _ = statement.execute(order);
      }
      Files.writeString(folder.resolve("pg").resolve("pg_hba.conf"), ACCESS);
      boolean _ = statement.execute("select pg_reload_conf()");
    }
    Files.writeString(folder.resolve("pg-ready"), READY);
  }

  /** A folder of an earlier version: its owner could not yet create roles. */
  private void follow(EmbeddedPostgres database) throws IOException, SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      boolean _ = statement.execute("alter role %s createrole".formatted(OWNER));
    }
    Files.writeString(folder.resolve("pg-ready"), READY);
  }

  private List<String> orders() throws IOException {
    return List.of(
        "alter role %s password '%s'".formatted(SUPERUSER, folder.password(SUPERUSER)),
        "create role %s login createrole password '%s'".formatted(OWNER, folder.password(OWNER)),
        "create role %s login password '%s'".formatted(APPLICATION, folder.password(APPLICATION)),
        "create database %s owner %s".formatted(NAME, OWNER),
        "revoke all on database %s from public".formatted(NAME),
        "grant connect on database %s to %s".formatted(NAME, APPLICATION));
  }

  @Override
  public void close() throws IOException {
    try {
      starting.join().close();
    } catch (CompletionException _) {
      // It never started, and await has said why: there is nothing to stop.
      return;
    }
  }

  private static CannotStart failed(DataFolder folder, Throwable cause) {
    return new CannotStart(
        CannotStart.Reason.DATABASE_FAILED,
        "The embedded database did not start (%s). Its log is %s."
            .formatted(cause.getMessage(), folder.log("postgresql.log")),
        cause);
  }
}
