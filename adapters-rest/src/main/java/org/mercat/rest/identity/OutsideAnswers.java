package org.mercat.rest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks somebody outside: directly, where {@link OutsideAddresses} lets it, without following
 * anybody elsewhere. An answer is there as a whole in good time, and not longer than 64 KiB.
 */
final class OutsideAnswers {

  private static final int LONGEST = 65_536;

  private final OutsideAddresses addresses;
  private final SSLSocketFactory tls;
  private final Duration patience;

  /**
   * @param patience how long everything may take, from the look at the name to the last byte
   */
  OutsideAnswers(OutsideAddresses addresses, SSLSocketFactory tls, Duration patience) {
    this.addresses = addresses;
    this.tls = tls;
    this.patience = patience;
  }

  /**
   * The text of a good answer.
   *
   * @throws IOException if there is none
   */
  String from(URI address) throws IOException {
    var answer = new FutureTask<>(() -> ask(address));
    var _ = Thread.ofVirtual().name("outside-answer").start(answer);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw new IOException("no answer that is good", failure.getCause());
    } catch (TimeoutException late) {
      throw new IOException("no answer in good time", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("not waited for the answer", interrupted);
    } finally {
      // a virtual thread that is interrupted closes the socket that it waits for
      var _ = answer.cancel(true);
    }
  }

  private String ask(URI address) throws IOException {
    addresses.checkHost(address);
    var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    if (connection instanceof HttpsURLConnection secured) {
      secured.setSSLSocketFactory(new CheckedPeers(addresses, tls));
    }
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(Math.toIntExact(patience.toMillis()));
    connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
    connection.setRequestProperty("Accept", "application/json");
    try {
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("answered " + connection.getResponseCode());
      }
      return body(connection);
    } finally {
      connection.disconnect();
    }
  }

  private static String body(HttpURLConnection connection) throws IOException {
    try (var stream = connection.getInputStream()) {
      var bytes = stream.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new IOException("answered more than " + LONGEST + " bytes");
      }
      return new String(bytes, UTF_8);
    }
  }
}
