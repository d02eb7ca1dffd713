package org.mercat.application.catalog.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.shared.Slug;

class ListingNameTest {

  @Test
  void an_id_is_read_as_one_in_either_case() {
    var id = UUID.randomUUID();

    assertThat(Name.parse(id.toString())).contains(new Name.ById(new ListingId(id)));
    assertThat(Name.parse(id.toString().toUpperCase(Locale.ROOT)))
        .contains(new Name.ById(new ListingId(id)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dog-walking", "1-1-1-1-1"})
  void other_words_are_a_slug(String text) {
    assertThat(Name.parse(text)).contains(new Name.BySlug(new Slug(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Dog walking", "dog--walking", "-"})
  void anything_else_names_nothing(String text) {
    assertThat(Name.parse(text)).isEmpty();
  }
}
