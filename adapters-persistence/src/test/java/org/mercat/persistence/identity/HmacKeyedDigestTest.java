package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.KeyedDigest;
import org.mercat.application.identity.port.KeyedDigestContract;

class HmacKeyedDigestTest implements KeyedDigestContract {

  @Override
  public KeyedDigest digest() {
    return new HmacKeyedDigest(new byte[] {1, 2, 3}, "a test");
  }

  @Override
  public KeyedDigest other() {
    return new HmacKeyedDigest(new byte[] {1, 2, 4}, "a test");
  }

  @Test
  void is_another_one_for_another_purpose() {
    var elsewhere = new HmacKeyedDigest(new byte[] {1, 2, 3}, "another test");

    assertThat(elsewhere.of("ada@example.org")).isNotEqualTo(digest().of("ada@example.org"));
  }
}
