package org.mercat.bootstrap.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Keycloak in development mode on this machine, with the realm of the test resources. */
final class KeycloakProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 300;
  private static final String ADMIN = "admin";
  private static final String REALM = "market-realm.json";

  private final Process process;
  private final int port;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private KeycloakProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    var _ = Thread.ofPlatform().daemon().name("keycloak").start(() -> read(log));
  }

  /**
   * @param home the folder into which its archive was unpacked
   */
  static KeycloakProcess start(Path home) throws IOException {
    var realms = Files.createDirectories(home.resolve("data").resolve("import"));
    try (var realm = KeycloakProcess.class.getResourceAsStream("/keycloak/" + REALM)) {
      if (realm == null) {
        throw new IllegalStateException("no realm to import");
      }
      var _ = Files.copy(realm, realms.resolve(REALM), StandardCopyOption.REPLACE_EXISTING);
    }
    var port = ServerProcess.freePort();
    var builder =
        new ProcessBuilder(
                "sh",
                home.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    return new KeycloakProcess(builder.start(), port, home.resolve("keycloak.log"));
  }

  void awaitReady() {
    if (!ready.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join()) {
      throw new IllegalStateException("Keycloak did not start: see keycloak.log in its folder.");
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  String realm() {
    return url() + "/realms/market";
  }

  /** Has the realm sign with a key of its own making from now on. */
  void rotate(Api api) {
    var form =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            ADMIN,
            "password",
            ADMIN);
    var token =
        RealKeycloak.post(api, url() + "/realms/master/protocol/openid-connect/token", form)
            .json()
            .path("access_token")
            .asText();
    var admin = api.withToken(token);
    var market = url() + "/admin/realms/market";
    var body =
        """
        {"name": "next", "providerId": "rsa-generated", "parentId": "%s",
         "providerType": "org.keycloak.keys.KeyProvider",
         "config": {"priority": ["1000"], "keySize": ["2048"], "algorithm": ["RS256"]}}
        """
            .formatted(admin.get(market).expect(200).id());
    admin
        .send(
            admin
                .request(market + "/components")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)))
        .expect(201);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    var _ = process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private void read(Path log) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        PrintStream copy = new PrintStream(log.toFile(), StandardCharsets.UTF_8)) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.println(line);
        if (line.contains("Listening on:")) {
          var _ = ready.complete(true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      var _ = ready.complete(false);
    }
  }
}
