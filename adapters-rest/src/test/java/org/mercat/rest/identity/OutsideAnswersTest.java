package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server on this machine that shows a certificate for {@code localhost}. */
class OutsideAnswersTest {

  private static final String PASSWORD = "changeit";
  private static final String ANSWER = "{\"keys\":[]}";

  private static final AtomicInteger ASKED = new AtomicInteger();

  @TempDir private static Path folder;
  private static SSLContext tls;
  private static HttpsServer server;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException, InterruptedException {
    tls = contextOf(certificate(folder.resolve("issuer.p12")));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext(
        "/keys",
        exchange -> {
          var _ = ASKED.incrementAndGet();
          var bytes = ANSWER.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void an_answer_over_tls_is_read() throws IOException {
    var answers = answers(InetAddress::isLoopbackAddress, tls.getSocketFactory());

    assertThat(answers.from(at("localhost"))).isEqualTo(ANSWER);
  }

  @Test
  void a_certificate_of_another_name_is_refused() {
    var answers = answers(InetAddress::isLoopbackAddress, tls.getSocketFactory());

    assertRefused(answers, at("127.0.0.1"));
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused() {
    var ordinary = (SSLSocketFactory) SSLSocketFactory.getDefault();

    assertRefused(answers(InetAddress::isLoopbackAddress, ordinary), at("localhost"));
  }

  @Test
  void this_machine_is_not_asked_over_tls_either() {
    assertRefused(answers(OutsideAddresses::isPublic, tls.getSocketFactory()), at("localhost"));
  }

  @Test
  void a_name_that_leads_elsewhere_by_the_time_of_the_connection_is_refused() {
    Set<InetAddress> seen = ConcurrentHashMap.newKeySet();

    assertRefused(answers(seen::add, tls.getSocketFactory()), at("localhost"));
  }

  @Test
  void somebody_who_never_ends_is_not_waited_for() {
    try (var outside = new OutsideIssuer()) {
      var answers =
          new OutsideAnswers(
              new OutsideAddresses(true), tls.getSocketFactory(), Duration.ofMillis(200));

      assertThatThrownBy(() -> answers.from(URI.create(outside.name() + "/silent")))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void no_connection_is_made_that_was_not_looked_at() throws IOException {
    var peers = new CheckedPeers(new OutsideAddresses(false), tls.getSocketFactory());
    var here = InetAddress.getLoopbackAddress();

    assertThatThrownBy(peers::createSocket).isInstanceOf(SocketException.class);
    assertThatThrownBy(() -> peers.createSocket("localhost", 1)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> peers.createSocket(here, 1)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> peers.createSocket("localhost", 1, here, 0))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> peers.createSocket(here, 1, here, 0)).isInstanceOf(IOException.class);
    try (var there = new ServerSocket(0, 1, here);
        var socket = new Socket(here, there.getLocalPort())) {
      assertThatThrownBy(() -> peers.createSocket(socket, "id.example.org", 443, true))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("public internet");
    }
  }

  private static void assertRefused(OutsideAnswers answers, URI address) {
    var before = ASKED.get();

    assertThatThrownBy(() -> answers.from(address)).isInstanceOf(IOException.class);
    assertThat(ASKED).hasValue(before);
  }

  private static OutsideAnswers answers(Predicate<InetAddress> mayBePeer, SSLSocketFactory tls) {
    return new OutsideAnswers(new OutsideAddresses(mayBePeer, false), tls, Duration.ofSeconds(10));
  }

  private static URI at(String host) {
    return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/keys");
  }

  private static Path certificate(Path file) throws IOException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "issuer",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).as("keytool").isZero();
    return file;
  }

  private static SSLContext contextOf(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var stream = Files.newInputStream(file)) {
      store.load(stream, PASSWORD.toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
