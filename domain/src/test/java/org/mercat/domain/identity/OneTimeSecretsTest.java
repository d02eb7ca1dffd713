package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.identity.UserToken.Purpose;

class OneTimeSecretsTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final UserId USER = new UserId(UUID.randomUUID());

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void a_token_is_good_until_its_life_is_over(Purpose purpose) {
    var secret = new OneTimeToken("a secret");
    var token = UserToken.issue(USER, purpose, secret, EmailAddress.of("ada@example.org"), NOW);

    assertThat(token.isGood(NOW)).isTrue();
    assertThat(token.isGood(NOW.plus(purpose.life()).minusMillis(1))).isTrue();
    assertThat(token.isGood(NOW.plus(purpose.life()))).isFalse();
    assertThat(token.toString()).doesNotContain("a secret");
  }

  @Test
  void of_a_token_its_sha_256_is_kept() {
    assertThat(new OneTimeToken("abc").digest().hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(new OneTimeToken("abc")).asString().doesNotContain("abc");
  }

  @Test
  void a_code_has_six_digits_and_comes_from_anywhere_among_them() {
    var codes = new HashSet<String>();
    for (var index = 0; index < 2_000; index++) {
      codes.add(PhoneCode.of("random " + index).digits());
    }

    assertThat(codes).allMatch(code -> code.matches("[0-9]{6}")).hasSizeGreaterThan(1_950);
    assertThat(codes.stream().map(code -> code.charAt(0)).distinct()).hasSize(10);
    assertThat(new PhoneCode("482915")).asString().doesNotContain("482915");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６"})
  void anything_else_is_no_code(String text) {
    assertThatThrownBy(() -> new PhoneCode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_code_is_good_for_five_tries_and_ten_minutes() {
    assertThat(tried(PhoneChallenge.MOST_TRIES).isGood(NOW)).isTrue();
    assertThat(tried(PhoneChallenge.MOST_TRIES + 1).isGood(NOW)).isFalse();
    assertThat(tried(1).isGood(NOW.plusSeconds(599))).isTrue();
    assertThat(tried(1).isGood(NOW.plusSeconds(600))).isFalse();
  }

  private static PhoneChallenge tried(int tries) {
    var number = new PhoneNumber("+14165550100");
    return new PhoneChallenge(USER, number, new PasswordHash("$hash"), tries, NOW);
  }
}
