package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Passwords, hashes and refresh tokens: what may be one, and that none of them shows itself. */
class SecretsTest {

  private static final String MARK = "m".repeat(43);
  private static final String FIRST = "s".repeat(43);

  @Test
  void a_chosen_password_has_8_to_256_characters() {
    assertThat(Password.chosen("12345678").text()).isEqualTo("12345678");
    assertThat(Password.chosen("x".repeat(256)).text()).hasSize(256);
    assertThatThrownBy(() -> Password.chosen("1234567"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Password.chosen("x".repeat(257)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_character_counts_once_however_it_is_stored() {
    assertThat(Password.chosen("🐕".repeat(256)).text()).isNotEmpty();
    assertThatThrownBy(() -> Password.chosen("🐕".repeat(7)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new PersonName("𝒜".repeat(100), "𝒜").last()).isNotEmpty();
  }

  @Test
  void a_typed_password_may_be_short_but_not_empty() {
    assertThat(new Password("x").text()).isEqualTo("x");
    assertThatThrownBy(() -> new Password("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_hash_says_how_it_was_made() {
    assertThatThrownBy(() -> new PasswordHash("plain"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_secret_shows_itself() {
    assertThat(Password.chosen("analytical engine")).asString().doesNotContain("engine");
    assertThat(new PasswordHash("$argon2id$secret")).asString().doesNotContain("secret");
    var id = new SessionId(UUID.randomUUID());
    var user = new UserId(UUID.randomUUID());
    assertThat(Session.open(id, user, MARK, FIRST, SessionOrigin.UNKNOWN, Instant.EPOCH))
        .asString()
        .doesNotContain(MARK, FIRST);
  }

  @Test
  void a_digest_finds_its_token_again_without_telling_it() {
    var token = new RefreshToken(new SessionId(UUID.randomUUID()), "abc", "");

    assertThat(token.digest())
        .isEqualTo(
            new RefreshToken.Digest(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }
}
