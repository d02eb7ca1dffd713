package org.mercat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource({
    "Dog walking,dog-walking",
    "  Déménagement à Québec!  ,demenagement-a-quebec",
    "4-Hour Home Decluttering,4-hour-home-decluttering",
    "---,listing",
    "犬の散歩,listing",
    "0190b7a4-0000-7000-8000-000000000001,listing-0190b7a4-0000-7000-8000-000000000001"
  })
  void a_slug_is_made_of_the_words_of_a_text(String text, String slug) {
    assertThat(Slug.of(text, "listing").value()).isEqualTo(slug);
  }

  @Test
  void a_long_text_is_cut_and_leaves_room_for_the_end_of_an_id() {
    var slug = Slug.of("a ".repeat(200), "listing");

    assertThat(slug.value()).hasSize(59).endsWith("-a");
    assertThat(slug.withEndOf(UUID.fromString("0190b7a4-0000-7000-8000-0000deadbeef")).value())
        .isEqualTo(slug.value() + "-deadbeef");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "Dog", "a b", "é"})
  void anything_else_is_no_slug(String text) {
    assertThat(Slug.parse(text)).isEmpty();
    assertThatThrownBy(() -> new Slug(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_slug_that_is_too_long_is_none() {
    assertThat(Slug.parse("a".repeat(Slug.LONGEST))).isPresent();
    assertThat(Slug.parse("a".repeat(Slug.LONGEST + 1))).isEmpty();
  }
}
