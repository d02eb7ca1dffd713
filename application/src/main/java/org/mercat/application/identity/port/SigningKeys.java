package org.mercat.application.identity.port;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;

/**
 * Driven port: the keys that access tokens are signed with, one after the other, shared by all
 * nodes and kept over restarts: elliptic curve keys on P-256. Whoever reads what is kept cannot
 * sign. Every adapter must pass {@code SigningKeysContract}.
 */
public interface SigningKeys {

  /** Those that sign, that are going to, and whose tokens may still be about, by their number. */
  List<SigningKey> all();

  /** Makes the key of that number; whoever is second with a number makes none. */
  void add(int number, Instant from);

  void remove(String id);

  /**
   * A key.
   *
   * @param number its place in the order in which keys sign
   * @param from when it begins to sign, in the place of the one before it
   */
  record SigningKey(String id, int number, Instant from, PrivateKey secret, PublicKey known) {
    @Override
    public String toString() {
      return "SigningKey[" + id + "]";
    }
  }
}
