package org.mercat.notifications.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.notification.port.SampleMessages.CODE;
import static org.mercat.application.notification.port.SampleMessages.NAME;
import static org.mercat.application.notification.port.SampleMessages.NOW;
import static org.mercat.application.notification.port.SampleMessages.TOKEN;
import static org.mercat.application.notification.port.SampleMessages.envelope;

import io.pebbletemplates.pebble.error.PebbleException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.application.notification.port.SampleMessages;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.Language;
import org.mercat.domain.notification.Message;

class WordingTest {

  private static final Wording WORDING =
      new Wording(new Templates(), URI.create("https://market.example.org/shop"));

  static List<Envelope> mails() {
    return SampleMessages.all().stream()
        .filter(envelope -> !(envelope.message() instanceof Message.VerifyPhone))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("mails")
  void every_mail_can_be_read_in_every_language(Envelope envelope) {
    var letter = WORDING.letter(envelope);

    assertThat(letter.subject()).isNotBlank().doesNotContain("{", "}", "\n");
    assertThat(letter.text()).contains(NAME).doesNotContain("{", "}", "&lt;", "&amp;");
    assertThat(letter.html())
        .contains("Zoé &lt;Tremblay&gt; &amp; Cie")
        .doesNotContain("{{", "<Tremblay>", "<Linux>", "<tags>");
  }

  @Test
  void no_message_says_the_same_in_two_languages() {
    mails().stream()
        .map(Envelope::message)
        .distinct()
        .forEach(
            message ->
                assertThat(WORDING.letter(envelope(message, Language.EN)).text())
                    .isNotEqualTo(WORDING.letter(envelope(message, Language.FR)).text()));
  }

  @Test
  void both_languages_have_words_for_the_same_things() {
    assertThat(new Words(Language.FR).keys()).isEqualTo(new Words(Language.EN).keys());
  }

  @Test
  void a_link_holds_the_token_behind_the_hash() {
    var letter = WORDING.letter(SampleMessages.verifyEmail());

    assertThat(letter.link())
        .contains(
            URI.create("https://market.example.org/shop/verify-email#token=" + TOKEN.value()));
    assertThat(letter.text()).contains(letter.link().orElseThrow().toString());
    assertThat(letter.html()).contains("<a href=\"" + letter.link().orElseThrow() + "\">");
  }

  @Test
  void a_mail_without_a_secret_has_no_link() {
    var letter = WORDING.letter(envelope(new Message.PasswordChanged(NOW), Language.EN));

    assertThat(letter.link()).isEmpty();
    assertThat(letter.html()).doesNotContain("<a ");
  }

  @Test
  void a_text_message_is_one_line_with_the_code() {
    var message = new Message.VerifyPhone(CODE, Duration.ofMinutes(10));

    assertThat(WORDING.text(envelope(message, Language.EN)))
        .isEqualTo(
            "Mercat: 482915 is your code. It is valid for 10 minutes. Never tell it to anybody.");
    assertThat(WORDING.text(envelope(message, Language.FR))).contains("482915", "10 minutes");
  }

  @Test
  void times_and_lengths_are_said_as_people_say_them() {
    var english = new Words(Language.EN);
    var french = new Words(Language.FR);

    assertThat(english.say(NOW)).isEqualTo("15 November 2026, 14:00 UTC");
    assertThat(french.say(NOW)).isEqualTo("15 novembre 2026, 14 h 00 UTC");
    assertThat(english.say(Duration.ofHours(24))).isEqualTo("24 hours");
    assertThat(english.say(Duration.ofHours(1))).isEqualTo("1 hour");
    assertThat(english.say(Duration.ofMinutes(90))).isEqualTo("90 minutes");
    assertThat(french.say(Duration.ofMinutes(1))).isEqualTo("1 minute");
  }

  @Test
  void what_fills_a_gap_is_no_pattern_and_no_gap() {
    var words = new Words(Language.EN);

    assertThat(words.say("greeting", Map.of("name", "$1 \\ {count}")))
        .isEqualTo("Hello $1 \\ {count},");
  }

  @Test
  void a_missing_sentence_and_a_missing_value_stop_the_rendering() {
    var words = new Words(Language.EN);

    assertThatIllegalStateException()
        .isThrownBy(() -> words.say("no.such", Map.of()))
        .withMessage("no words for no.such");
    assertThatIllegalStateException()
        .isThrownBy(() -> words.say("greeting", Map.of()))
        .withMessage("nothing for {name} in greeting");
    assertThatThrownBy(() -> new Templates().html("wording/letter.html", Map.of()))
        .isInstanceOf(PebbleException.class);
  }
}
