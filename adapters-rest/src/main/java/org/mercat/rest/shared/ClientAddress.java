package org.mercat.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The address that a request comes from: that of the peer, or what {@link ForwardedFilter} has
 * taken from a proxy that is trusted (ASVS 5.0, 4.1.3).
 */
public record ClientAddress(InetAddress address) {

  private static final int BITS_OF_NETWORK = 64;

  /** Of a request that has come through the filters. */
  public static ClientAddress of(HttpServletRequest request) {
    return read(request.getRemoteAddr())
        .orElseThrow(() -> new IllegalStateException("the server names no peer"));
  }

  /** An address as it is written, with or without a port; never a name that has to be looked up. */
  static Optional<ClientAddress> read(String text) {
    try {
      return Optional.of(new ClientAddress(InetAddress.ofLiteral(withoutPort(text.strip()))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The address in its one numeric form, to be shown to the person whose it is. */
  public String text() {
    return address.getHostAddress();
  }

  /** What one customer has to himself: an IPv4 address, or the /64 of an IPv6 one. */
  public String network() {
    if (!(address instanceof Inet6Address six)) {
      return text();
    }
    var bytes = Arrays.copyOf(six.getAddress(), BITS_OF_NETWORK / Byte.SIZE);
    try {
      return InetAddress.getByAddress(Arrays.copyOf(bytes, six.getAddress().length))
              .getHostAddress()
          + "/"
          + BITS_OF_NETWORK;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String withoutPort(String text) {
    if (text.startsWith("[")) {
      var end = text.indexOf(']');
      return end < 0 ? text : text.substring(1, end);
    }
    var colon = text.indexOf(':');
    return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
  }
}
