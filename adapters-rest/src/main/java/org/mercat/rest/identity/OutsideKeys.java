package org.mercat.rest.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mercat.application.shared.PortUnavailable;

/**
 * The keys of issuers outside: fetched over TLS, without following anybody elsewhere, within two
 * seconds and up to 64 KiB; good for five minutes, and fetched again for a key that is not among
 * them twice in half a minute at the most.
 */
public final class OutsideKeys {

  private static final int MILLIS = 2_000;
  private static final int BYTES = 65_536;
  private static final int MOST = 1_000;

  private final Fetch fetch;
  private final Map<URI, JWKSource<SecurityContext>> sources = new ConcurrentHashMap<>();

  /**
   * @param plainOnThisMachine whether http without TLS is good enough on the loopback
   */
  public OutsideKeys(boolean plainOnThisMachine) {
    this.fetch = new Fetch(plainOnThisMachine);
  }

  JWKSource<SecurityContext> at(URI address) {
    if (sources.size() >= MOST) {
      sources.clear();
    }
    return sources.computeIfAbsent(address, this::source);
  }

  private JWKSource<SecurityContext> source(URI address) {
    try {
      return JWKSourceBuilder.create(address.toURL(), fetch).refreshAheadCache(false).build();
    } catch (MalformedURLException | IllegalArgumentException unusable) {
      throw new PortUnavailable("no address of keys: " + address, unusable);
    }
  }

  private static final class Fetch extends DefaultResourceRetriever {

    private final boolean plainOnThisMachine;

    Fetch(boolean plainOnThisMachine) {
      super(MILLIS, MILLIS, BYTES);
      this.plainOnThisMachine = plainOnThisMachine;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
      if (!url.getProtocol().equals("https") && !(plainOnThisMachine && isThisMachine(url))) {
        throw new IOException("keys are fetched over https only");
      }
      return super.retrieveResource(url);
    }

    @Override
    protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
      var connection = super.openHTTPConnection(url);
      connection.setInstanceFollowRedirects(false);
      return connection;
    }

    private static boolean isThisMachine(URL url) {
      return url.getHost().equals("localhost") || url.getHost().equals("127.0.0.1");
    }
  }
}
