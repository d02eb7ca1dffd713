package org.mercat.rest.shared;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;

/** The networks of the proxies in front of this server: they alone say who sent a request. */
public final class TrustedProxies {

  /** An address and how many of its bits make the network. */
  private record Network(InetAddress address, int bits) {

    static Network of(String text) {
      var slash = text.indexOf('/');
      var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      var all = address.getAddress().length * Byte.SIZE;
      var bits = slash < 0 ? all : Integer.parseInt(text, slash + 1, text.length(), 10);
      if (bits < 0 || bits > all) {
        throw new IllegalArgumentException(text + " has no " + bits + " bits");
      }
      return new Network(address, bits);
    }

    boolean contains(InetAddress other) {
      var mine = address.getAddress();
      var theirs = other.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      for (var bit = 0; bit < bits; bit++) {
        var mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
        if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Network> networks;

  private TrustedProxies(List<Network> networks) {
    this.networks = networks;
  }

  /**
   * Of addresses and networks such as {@code 10.0.0.0/8} and {@code 2001:db8::1}.
   *
   * @throws IllegalArgumentException if one of them is neither
   */
  public static TrustedProxies of(Collection<String> networks) {
    return new TrustedProxies(networks.stream().map(Network::of).toList());
  }

  boolean include(ClientAddress peer) {
    return networks.stream().anyMatch(network -> network.contains(peer.address()));
  }
}
