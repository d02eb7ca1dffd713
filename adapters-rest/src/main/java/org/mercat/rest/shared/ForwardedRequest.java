package org.mercat.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Optional;

/** A request as it was when it met the first of the proxies that are trusted. */
final class ForwardedRequest extends HttpServletRequestWrapper {

  private static final int PORT_OF_HTTP = 80;
  private static final int PORT_OF_HTTPS = 443;

  private final ClientAddress client;
  private final Optional<String> scheme;
  private final Optional<String> host;

  /**
   * A request of that client.
   *
   * @param host a name and perhaps a port, as in the header Host
   */
  ForwardedRequest(
      HttpServletRequest request,
      ClientAddress client,
      Optional<String> scheme,
      Optional<String> host) {
    super(request);
    this.client = client;
    this.scheme = scheme;
    this.host = host;
  }

  @Override
  public String getRemoteAddr() {
    return client.text();
  }

  @Override
  public String getRemoteHost() {
    return client.text();
  }

  @Override
  public String getScheme() {
    return scheme.orElseGet(super::getScheme);
  }

  @Override
  public boolean isSecure() {
    return getScheme().equals("https");
  }

  @Override
  public String getServerName() {
    return host.map(name -> isWithPort(name) ? name.substring(0, name.lastIndexOf(':')) : name)
        .orElseGet(super::getServerName);
  }

  @Override
  public int getServerPort() {
    return host.map(this::port)
        .orElseGet(() -> scheme.map(_ -> usual()).orElseGet(super::getServerPort));
  }

  @Override
  public StringBuffer getRequestURL() {
    var port = getServerPort() == usual() ? "" : ":" + getServerPort();
    return new StringBuffer(getScheme() + "://" + getServerName() + port + getRequestURI());
  }

  private int port(String name) {
    return isWithPort(name)
        ? Integer.parseInt(name, name.lastIndexOf(':') + 1, name.length(), 10)
        : usual();
  }

  private static boolean isWithPort(String name) {
    return name.lastIndexOf(':') > name.lastIndexOf(']');
  }

  private int usual() {
    return isSecure() ? PORT_OF_HTTPS : PORT_OF_HTTP;
  }
}
