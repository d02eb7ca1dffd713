package org.mercat.bootstrap.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.bootstrap.Settings;
import org.mercat.bootstrap.SettingsRefused;

/** The command line: starts everything, says where it is, and stops everything. */
public final class Mercat {
  private final Ending ending = new Ending();
  private final long began = System.nanoTime();

  private Mercat() {}

  /** Runs until the server ends or a signal comes. */
  public static void main(String[] arguments) throws InterruptedException {
    int exitCode;
    Mercat mercat = new Mercat();
    try {
      mercat.run(arguments.length == 0 ? "start" : arguments[0]);
      exitCode = 0;
    } catch (CannotStart e) {
      exitCode = mercat.giveUp(e.getMessage(), e.reason());
    } catch (IOException e) {
      exitCode = mercat.giveUp("Mercat cannot start: " + e, CannotStart.Reason.SERVER_FAILED);
    }
    System.exit(exitCode);
  }

  /** Says why, unless a signal has ended the start: then there is nothing to explain. */
  private int giveUp(@Nullable String why, CannotStart.Reason reason) {
    if (!ending.hasBegun()) {
      ending.begin();
      System.err.println(why);
    }
    return reason.exitCode();
  }

  private void run(String command) throws CannotStart, IOException, InterruptedException {
    if (!command.equals("start")) {
      throw new CannotStart(CannotStart.Reason.USAGE, "There is no command " + command + ".");
    }
    Settings settings = settings();
    DataFolder folder = ending.add(DataFolder.open(settings.dataDir()));
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    Leftovers leftovers = new Leftovers(folder);
    leftovers.end();
    refuseTakenPort(settings);
    Installation installation = Installation.find();
    Optional<EmbeddedDatabase> database = database(settings, folder);
    Server server =
        ending.add(
            Server.start(
                installation,
                folder,
                leftovers,
                settings,
                environment(settings, folder, database)));
    if (database.isPresent()) {
      database.get().await();
    }
    server.awaitReady();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    String name = database.map(EmbeddedDatabase::label).orElse("PostgreSQL outside");
    System.out.println(Box.of(installation.version(), settings, name, took, folder));
    int exitCode = server.awaitEnd();
    if (!ending.hasBegun()) {
      throw new CannotStart(
          CannotStart.Reason.SERVER_FAILED,
          "The server has ended by itself (%d). Its log is %s."
              .formatted(exitCode, folder.log("console.log")));
    }
  }

  private void stop() {
    if (!ending.hasBegun()) {
      ending.begin();
      System.out.println("stopped cleanly");
    }
  }

  private static Settings settings() throws CannotStart {
    try {
      return Settings.read(System.getenv());
    } catch (SettingsRefused e) {
      throw new CannotStart(CannotStart.Reason.SETTINGS_REFUSED, e.line(), e);
    }
  }

  private Optional<EmbeddedDatabase> database(Settings settings, DataFolder folder)
      throws CannotStart {
    if (settings.database().isPresent()) {
      return Optional.empty();
    }
    EmbeddedDatabase database = ending.add(EmbeddedDatabase.start(folder));
    if (database.isFresh()) {
      System.out.println("First start on " + folder.root() + ": making the database.");
      database.await();
    }
    return Optional.of(database);
  }

  /** What the server is told beyond what this process was told itself. */
  private static Map<String, String> environment(
      Settings settings, DataFolder folder, Optional<EmbeddedDatabase> database)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("MERCAT_PROFILE", settings.profile().name().toLowerCase(Locale.ROOT));
    environment.put("MERCAT_DATA_DIR", folder.root().toString());
    environment.put("MERCAT_HTTP_PORT", Integer.toString(settings.httpPort()));
    environment.put("MERCAT_HTTP_HOST", settings.httpHost());
    environment.put("MERCAT_LAUNCHED", "true");
    if (settings.dataKeys().base64().isEmpty()) {
      environment.put("MERCAT_DATA_KEY_FILE", folder.dataKeyFile().toString());
    }
    if (database.isPresent()) {
      environment.put("MERCAT_DB_URL", database.get().url());
      environment.put("MERCAT_DB_USER", EmbeddedDatabase.APPLICATION);
      environment.put(
          "MERCAT_DB_PASSWORD_FILE", folder.passwordFile(EmbeddedDatabase.APPLICATION).toString());
      environment.put("MERCAT_DB_OWNER_USER", EmbeddedDatabase.OWNER);
      environment.put(
          "MERCAT_DB_OWNER_PASSWORD_FILE", folder.passwordFile(EmbeddedDatabase.OWNER).toString());
    }
    return environment;
  }

  private static void refuseTakenPort(Settings settings) throws CannotStart, IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(
          settings.profile() == Settings.Profile.PROD
              ? new InetSocketAddress(settings.httpPort())
              : new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.httpPort()));
    } catch (BindException e) {
      throw new CannotStart(
          CannotStart.Reason.PORT_TAKEN,
          "Port %d is taken. Choose another with MERCAT_HTTP_PORT=%d."
              .formatted(settings.httpPort(), settings.httpPort() + 1),
          e);
    }
  }
}
