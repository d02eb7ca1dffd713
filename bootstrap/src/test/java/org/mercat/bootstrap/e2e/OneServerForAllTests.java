package org.mercat.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Starts one server before the end-to-end tests of a fork and stops it after the last of them. */
public final class OneServerForAllTests implements LauncherSessionListener {
  /** An origin whose pages may call the server. */
  static final String SHOP = "https://shop.example";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "MERCAT_LOG_FORMAT",
          "json",
          "MERCAT_CORS_ORIGINS",
          SHOP,
          "MERCAT_OIDC_ISSUERS",
          "loopback");

  private @Nullable ServerProcess server;

  /** The address of the server that all tests share, without a slash at the end. */
  public static String url() {
    String url = System.getProperty("mercat.url");
    if (url == null) {
      throw new IllegalStateException("No server for the tests: see target/e2e/shared-*.log.");
    }
    return url;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (Boolean.getBoolean("mercat.it")) {
      session
          .getLauncher()
          .registerTestExecutionListeners(
              new TestExecutionListener() {
                @Override
                public void testPlanExecutionStarted(TestPlan plan) {
                  if (server == null) {
                    start();
                  }
                }
              });
    }
  }

  private void start() {
    try {
      String name = "shared-" + System.getProperty("mercat.fork", "1");
      ServerProcess started = ServerProcess.launch(name, SETTINGS);
      server = started;
      started.awaitReady();
      System.setProperty("mercat.url", started.url());
      System.setProperty("mercat.data", started.data().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The data folder of the shared server. */
  public static Path data() {
    return Path.of(System.getProperty("mercat.data", ""));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (server != null) {
      server.close();
    }
  }
}
