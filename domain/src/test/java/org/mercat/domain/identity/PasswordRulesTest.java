package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.identity.PasswordRules.Weakness;

class PasswordRulesTest {

  private static final EmailAddress EMAIL = EmailAddress.of("ada.lovelace+shop@example.org");
  private static final PersonName NAME = new PersonName("Zoé-Ada", "Lovelace");

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "Password1", "QWERTYUIOP", "12345678", "iloveyou!", "11111111"})
  void what_everybody_tries_first_is_common_in_any_case(String text) {
    assertThat(PasswordRules.weakness(new Password(text), EMAIL, NAME)).contains(Weakness.COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lovelace",
        "Lovelace2026!",
        "ada.lovelace+shop",
        "ada.lovelace+shop@example.org",
        "LovelaceLovelace",
        "zoé-ada-1815",
        "mercat-2026",
        "!!Mercat!!"
      })
  void a_word_about_its_owner_or_the_market_is_guessed_too(String text) {
    assertThat(PasswordRules.weakness(new Password(text), EMAIL, NAME))
        .contains(Weakness.ABOUT_ITS_OWNER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "lovelace likes the analytical engine",
        "a mercat of my own",
        "ñandú über æther",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
        "        "
      })
  void any_characters_will_do_otherwise(String text) {
    assertThat(PasswordRules.weakness(new Password(text), EMAIL, NAME)).isEmpty();
  }

  @Test
  void the_list_has_more_than_three_thousand_that_could_be_chosen_at_all() throws IOException {
    try (var file = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      var lines =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();

      assertThat(lines).hasSizeGreaterThan(3_000).doesNotHaveDuplicates();
      assertThat(lines).allMatch(line -> line.length() >= Password.SHORTEST);
      assertThat(lines).allMatch(line -> line.equals(line.toLowerCase(Locale.ROOT)));
      assertThat(lines).containsAll(List.of("password", "iloveyou", "trustno1", "motdepasse"));
    }
  }
}
