package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every adapter of {@link KeyedDigest} promises. */
public interface KeyedDigestContract {

  KeyedDigest digest();

  /** One with another secret. */
  KeyedDigest other();

  @Test
  default void is_the_same_for_the_same_text_only() {
    assertThat(digest().of("ada@example.org")).isEqualTo(digest().of("ada@example.org"));
    assertThat(digest().of("ada@example.org")).isNotEqualTo(digest().of("bob@example.org"));
  }

  @Test
  default void tells_nothing_of_the_text() {
    assertThat(digest().of("ada.lovelace@example.org"))
        .matches("[A-Za-z0-9]{32,100}")
        .doesNotContain("lovelace");
    assertThat(digest().of("ada@example.org")).isNotEqualTo(other().of("ada@example.org"));
  }
}
