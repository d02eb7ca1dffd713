package org.mercat.rest.identity;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.rest.shared.Network;

/**
 * Where an issuer outside may be: on the public internet, behind TLS. Administrators of tenants say
 * where, so they must not get this server to ask what only it can reach (OWASP API7:2023).
 */
public final class OutsideAddresses {

  /** What is not of the public internet (IANA's registries of special purposes, RFC 6890). */
  private static final List<Network> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(Network::of)
          .toList();

  /** All of IPv6 that is given out for the public internet. */
  private static final Network UNICAST = Network.of("2000::/3");

  private static final Pattern VERSION_4 = Pattern.compile("[0-9.]+");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Predicate<InetAddress> mayBePeer;
  private final boolean plainOnThisMachine;

  /**
   * @param plainOnThisMachine whether http without TLS is good enough on the loopback
   */
  public OutsideAddresses(boolean plainOnThisMachine) {
    this(OutsideAddresses::isPublic, plainOnThisMachine);
  }

  OutsideAddresses(Predicate<InetAddress> mayBePeer, boolean plainOnThisMachine) {
    this.mayBePeer = mayBePeer;
    this.plainOnThisMachine = plainOnThisMachine;
  }

  /**
   * A web address as somebody names it. Where its name leads is looked at with each request.
   *
   * @throws IllegalArgumentException if nothing may be asked there
   */
  URI read(String text) {
    var uri = URI.create(text);
    if (text.length() > OidcIssuer.LONGEST_URL
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || !mayBeAsked(uri)) {
      throw new IllegalArgumentException("nothing is asked there");
    }
    return uri;
  }

  /**
   * Looks at all that the name of the host stands for.
   *
   * @throws IOException if nothing may be asked there
   */
  void checkHost(URI uri) throws IOException {
    if (!mayBeAsked(uri)) {
      throw new IOException("keys are fetched over https only");
    }
    for (var address : InetAddress.getAllByName(uri.getHost())) {
      if (!isPlain(uri)) {
        checkPeer(address);
      } else if (!address.isLoopbackAddress()) {
        throw new IOException("this machine is elsewhere");
      }
    }
  }

  /**
   * Looks at whom a connection has really reached.
   *
   * @throws IOException if nothing may be asked there
   */
  void checkPeer(InetAddress peer) throws IOException {
    if (!mayBePeer.test(peer)) {
      throw new IOException("keys are fetched from the public internet only");
    }
  }

  static boolean isPublic(InetAddress address) {
    return (!(address instanceof Inet6Address) || UNICAST.contains(address))
        && SPECIAL.stream().noneMatch(network -> network.contains(address));
  }

  private boolean mayBeAsked(URI uri) {
    var host = uri.getHost();
    if (host == null) {
      return false;
    }
    return isPlain(uri)
        ? plainOnThisMachine && THIS_MACHINE.contains(host)
        : "https".equals(uri.getScheme()) && (!isLiteral(host) || mayBePeer.test(literal(host)));
  }

  private static boolean isPlain(URI uri) {
    return "http".equals(uri.getScheme());
  }

  /** The JDK takes nothing else that ends in a number for a host. */
  private static boolean isLiteral(String host) {
    return host.startsWith("[") || VERSION_4.matcher(host).matches();
  }

  private static InetAddress literal(String host) {
    return InetAddress.ofLiteral(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
  }
}
