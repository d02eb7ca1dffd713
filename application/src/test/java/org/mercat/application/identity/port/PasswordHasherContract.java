package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.Password;

/** What every adapter of {@link PasswordHasher} promises. */
public interface PasswordHasherContract {

  Password PASSWORD = Password.chosen("correct horse battery staple");

  PasswordHasher hasher();

  @Test
  default void the_right_password_matches() {
    assertThat(hasher().matches(PASSWORD, Optional.of(hasher().hash(PASSWORD)))).isTrue();
  }

  @Test
  default void another_password_does_not_match() {
    var hash = Optional.of(hasher().hash(PASSWORD));

    assertThat(hasher().matches(new Password("correct horse battery"), hash)).isFalse();
    assertThat(hasher().matches(new Password(PASSWORD.text() + " "), hash)).isFalse();
  }

  @Test
  default void every_character_of_a_long_password_counts() {
    var long256 = "é".repeat(Password.LONGEST - 1);
    var hash = Optional.of(hasher().hash(Password.chosen(long256 + "é")));

    assertThat(hasher().matches(new Password(long256 + "é"), hash)).isTrue();
    assertThat(hasher().matches(new Password(long256 + "è"), hash)).isFalse();
  }

  @Test
  default void nothing_matches_without_a_hash() {
    assertThat(hasher().matches(PASSWORD, Optional.empty())).isFalse();
  }

  @Test
  default void equal_passwords_are_kept_differently() {
    assertThat(hasher().hash(PASSWORD)).isNotEqualTo(hasher().hash(PASSWORD));
  }

  @Test
  default void a_fresh_hash_is_not_outdated() {
    assertThat(hasher().isOutdated(hasher().hash(PASSWORD))).isFalse();
  }
}
