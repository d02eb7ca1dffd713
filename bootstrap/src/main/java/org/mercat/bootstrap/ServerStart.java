package org.mercat.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.mercat.payments.sandbox.Sandbox;

/** What happens before the first request is served; a server that may not serve ends here. */
@Singleton
final class ServerStart {
  private final Instance<HikariDataSource> pool;
  private final Instance<FirstAdmin> firstAdmin;
  private final Instance<Settings> settings;
  private final Instance<Sandbox> sandbox;
  private boolean done;

  @Inject
  ServerStart(
      Instance<HikariDataSource> pool,
      Instance<FirstAdmin> firstAdmin,
      Instance<Settings> settings,
      Instance<Sandbox> sandbox) {
    this.pool = pool;
    this.firstAdmin = firstAdmin;
    this.settings = settings;
    this.sandbox = sandbox;
  }

  void begin(@Observes Startup event) {
    if (System.getenv(Setting.LAUNCHED.variable()) != null) {
      ProcessHandle.current().parent().ifPresent(ServerStart::endWith);
    }
    done = Refusal.orEnd(this::prepare);
  }

  private boolean prepare() {
    HikariDataSource _ = pool.get();
    firstAdmin.get().ensure();
    if (settings.get().payments().provider() == SettingsForPayments.Provider.SANDBOX) {
      sandbox.get().start();
    }
    return true;
  }

  /** True when everything that has to happen before serving has happened. */
  boolean isDone() {
    return done;
  }

  private static void endWith(ProcessHandle launcher) {
    CompletableFuture<ProcessHandle> _ = launcher.onExit().whenComplete((_, _) -> exit());
  }

  /** Ends the process from a thread of its own: an end waits for the threads of the server. */
  private static void exit() {
    Thread.ofPlatform().name("exit").start(() -> System.exit(0));
  }
}
