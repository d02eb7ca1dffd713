package org.mercat.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.notification.Recipient.Address;

class NotificationWordsTest {

  private static final Address MAIL = new Address.Email("zoe@example.org");
  private static final Address PHONE = new Address.Phone("+14165550100");
  private static final Secret SECRET = new Secret("482915");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Zoé\r\nBcc: all@example.org",
        "Zoé\n",
        "a\u0000b",
        "a\u2028b",
        "a\u0085b"
      })
  void a_name_that_is_not_one_line_is_refused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Recipient(MAIL, name, Language.EN));
  }

  @Test
  void a_name_may_be_long_but_not_longer() {
    var longest = "😀".repeat(Recipient.LONGEST_NAME);

    assertThatNoException().isThrownBy(() -> new Recipient(MAIL, longest, Language.FR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Recipient(MAIL, longest + "a", Language.FR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "zoe", "zoe@", "zoe@a@b", "zoe@example.org\r\n", "zoe @example.org", "é@b.ca"})
  void what_is_no_address_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Address.Email(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4165550100", "+04165550100", "+1 416", "+1416555010000000"})
  void what_is_no_telephone_number_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Address.Phone(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "a b c d", "a/../b", "token\n", "a?b=c", "a&amp"})
  void a_secret_that_no_link_can_hold_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Secret(text));
  }

  @Test
  void a_secret_is_not_written_where_its_message_is() {
    var message = new Message.VerifyEmail(SECRET, Duration.ofHours(1));

    assertThat(message.toString()).doesNotContain(SECRET.value());
  }

  @Test
  void a_code_for_the_phone_goes_to_the_phone_and_nothing_else_does() {
    var code = new Message.VerifyPhone(SECRET, Duration.ofMinutes(10));
    var news = new Message.PasswordChanged(Instant.EPOCH);

    assertThatNoException()
        .isThrownBy(() -> new Envelope(new Recipient(PHONE, "Zoé", Language.FR), code));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Envelope(new Recipient(MAIL, "Zoé", Language.FR), code));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Envelope(new Recipient(PHONE, "Zoé", Language.FR), news));
  }

  @Test
  void what_is_valid_for_no_time_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Message.ResetPassword(SECRET, Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({"fr,FR", "fr-CA,FR", "FR,FR", "en-CA,EN", "de,EN", "'',EN"})
  void every_tag_has_a_language(String tag, Language language) {
    assertThat(Language.ofTag(tag)).isEqualTo(language);
  }
}
