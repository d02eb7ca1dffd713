package org.mercat.rest.shared;

import java.net.InetAddress;

/** An address and how many of its bits make the network. */
public record Network(InetAddress address, int bits) {

  public Network {
    if (bits < 0 || bits > address.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException(address.getHostAddress() + " has no " + bits + " bits");
    }
  }

  /**
   * Of an address or network such as {@code 10.0.0.0/8} and {@code 2001:db8::1}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Network of(String text) {
    var slash = text.indexOf('/');
    var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    var all = address.getAddress().length * Byte.SIZE;
    return new Network(
        address, slash < 0 ? all : Integer.parseInt(text, slash + 1, text.length(), 10));
  }

  /** Whether the address is of this network; one of the other version of IP never is. */
  public boolean contains(InetAddress other) {
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
