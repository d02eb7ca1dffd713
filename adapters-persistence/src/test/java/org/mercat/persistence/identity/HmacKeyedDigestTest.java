package org.mercat.persistence.identity;

import org.mercat.application.identity.port.KeyedDigest;
import org.mercat.application.identity.port.KeyedDigestContract;

class HmacKeyedDigestTest implements KeyedDigestContract {

  @Override
  public KeyedDigest digest() {
    return new HmacKeyedDigest(new byte[] {1, 2, 3});
  }

  @Override
  public KeyedDigest other() {
    return new HmacKeyedDigest(new byte[] {1, 2, 4});
  }
}
