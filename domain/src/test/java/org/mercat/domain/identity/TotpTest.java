package org.mercat.domain.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

  /** The secret of the test vectors. */
  private static final TotpSecret SECRET =
      new TotpSecret(Base32.encode("12345678901234567890".getBytes(US_ASCII)));

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:10Z");
  private static final UserId USER = new UserId(UUID.randomUUID());

  /** RFC 4226, appendix D. */
  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void the_code_of_a_step_is_that_of_the_standard(long step, String code) {
    assertThat(SECRET.code(step)).isEqualTo(new TotpCode(code));
  }

  /** RFC 6238, appendix B, of whose eight digits ours are the last six. */
  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:59Z, 94287082",
    "2005-03-18T01:58:29Z, 07081804",
    "2005-03-18T01:58:31Z, 14050471",
    "2009-02-13T23:31:30Z, 89005924",
    "2033-05-18T03:33:20Z, 69279037",
    "2603-10-11T11:33:20Z, 65353130"
  })
  void the_code_of_a_time_is_that_of_the_standard(Instant time, String code) {
    assertThat(SECRET.code(TotpSecret.step(time))).isEqualTo(new TotpCode(code.substring(2)));
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void a_clock_may_be_a_step_fast_or_slow(int drift, boolean good) {
    var step = TotpSecret.step(NOW) + drift;

    assertThat(SECRET.stepOf(SECRET.code(step), NOW).isPresent()).isEqualTo(good);
    if (good) {
      assertThat(SECRET.stepOf(SECRET.code(step), NOW)).hasValue(step);
    }
  }

  @Test
  void a_code_is_shown_for_half_a_minute() {
    var begin = Instant.parse("2026-11-15T14:00:00Z");

    assertThat(TotpSecret.step(begin.minusMillis(1))).isEqualTo(TotpSecret.step(begin) - 1);
    assertThat(TotpSecret.step(begin.plusMillis(29_999))).isEqualTo(TotpSecret.step(begin));
    assertThat(TotpSecret.step(begin.plusSeconds(30))).isEqualTo(TotpSecret.step(begin) + 1);
  }

  @Test
  void no_code_of_the_last_step_or_before_it_is_good_again() {
    var step = TotpSecret.step(NOW);
    var factor = SecondFactor.begin(USER, SECRET, NOW);
    var used = new SecondFactor(USER, SECRET, factor.begunAt(), Optional.of(NOW), step);

    assertThat(factor.stepOf(SECRET.code(step), NOW)).hasValue(step);
    assertThat(used.stepOf(SECRET.code(step), NOW)).isEmpty();
    assertThat(used.stepOf(SECRET.code(step - 1), NOW)).isEmpty();
    assertThat(used.stepOf(SECRET.code(step + 1), NOW)).hasValue(step + 1);
  }

  @Test
  void a_secret_has_160_bits_that_its_text_gives_back_and_nobody_sees() {
    var secrets = new HashSet<String>();
    for (var index = 0; index < 100; index++) {
      secrets.add(TotpSecret.of("random " + index).base32());
    }

    assertThat(secrets).hasSize(100).allMatch(text -> text.matches("[A-Z2-7]{32}"));
    assertThat(Base32.decode(SECRET.base32())).isEqualTo("12345678901234567890".getBytes(US_ASCII));
    assertThat(SECRET.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(SECRET).asString().doesNotContain(SECRET.base32());
    assertThat(SECRET.code(1)).asString().doesNotContain("287082");
  }

  /** RFC 4648, section 10, as far as nothing is filled up. */
  @Test
  void base_32_is_that_of_the_standard() {
    assertThat(Base32.encode("fooba".getBytes(US_ASCII))).isEqualTo("MZXW6YTB");
    assertThat(Base32.decode("MZXW6YTB")).isEqualTo("fooba".getBytes(US_ASCII));
    assertThatThrownBy(() -> Base32.encode(new byte[4]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Base32.decode("MZXW6YT1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_recovery_code_has_120_bits_and_is_kept_as_its_sha_256() {
    var codes =
        List.of(RecoveryCode.of("one"), RecoveryCode.of("two")).stream()
            .map(RecoveryCode::text)
            .toList();

    assertThat(codes)
        .doesNotHaveDuplicates()
        .allMatch(text -> text.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));
    var code = new RecoveryCode("MZXW6YTBMZXW6YTBMZXW6YTB");
    assertThat(code.digest().hex()).matches("[0-9a-f]{64}").isEqualTo(code.digest().hex());
    assertThat(code).asString().doesNotContain("MZXW");
  }

  @Test
  void codes_are_read_as_people_write_them() {
    var recovery = RecoveryCode.of("one");

    assertThat(SecondFactorCode.read(" 123 456")).isEqualTo(new TotpCode("123456"));
    assertThat(SecondFactorCode.read(recovery.text())).isEqualTo(recovery);
    assertThat(SecondFactorCode.read(recovery.text().toLowerCase(Locale.ROOT))).isEqualTo(recovery);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６", "MZXW-6YTB", "0123"})
  void anything_else_is_no_code(String text) {
    assertThatThrownBy(() -> SecondFactorCode.read(text))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SecondFactorCode.read(text + "-".repeat(SecondFactorCode.LONGEST)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_no_secret_is_none() {
    for (var text : List.of("", "GEZDGNBV", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq")) {
      assertThatThrownBy(() -> new TotpSecret(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_second_factor_is_set_up_within_ten_minutes() {
    var factor = SecondFactor.begin(USER, SECRET, NOW);

    assertThat(factor.isActive()).isFalse();
    assertThat(factor.isBeingSetUp(NOW.plusSeconds(599))).isTrue();
    assertThat(factor.isBeingSetUp(NOW.plusSeconds(600))).isFalse();
    var active = new SecondFactor(USER, SECRET, NOW, Optional.of(NOW), 7);
    assertThat(active.isActive()).isTrue();
    assertThat(active.isBeingSetUp(NOW)).isFalse();
  }
}
