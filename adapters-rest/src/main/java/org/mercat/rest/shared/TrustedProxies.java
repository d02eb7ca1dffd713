package org.mercat.rest.shared;

import java.util.Collection;
import java.util.List;

/** The networks of the proxies in front of this server: they alone say who sent a request. */
public final class TrustedProxies {

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
