package org.mercat.application.identity.port;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/**
 * Driven port: the keys that access tokens are signed with, shared by all nodes and kept over
 * restarts: elliptic curve keys on P-256. Every adapter must pass {@code SigningKeysContract}.
 */
public interface SigningKeys {

  /** The key to sign with. The first call ever makes it; whoever is second gets the first's. */
  SigningKey current();

  /** A key by its id, also one that new tokens are no longer signed with. */
  Optional<SigningKey> find(String id);

  record SigningKey(String id, PrivateKey secret, PublicKey known) {
    @Override
    public String toString() {
      return "SigningKey[" + id + "]";
    }
  }
}
