package org.mercat.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxCategoryTest {

  @Test
  void a_category_is_a_slug_of_eighty_letters_at_the_most() {
    var longest = "a".repeat(80);

    assertThat(new TaxCategory("stud-service").slug()).isEqualTo("stud-service");
    assertThat(new TaxCategory(longest).slug()).isEqualTo(longest);
    assertThatIllegalArgumentException().isThrownBy(() -> new TaxCategory(longest + "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Stud", "stud_service", "-stud", "stud--service"})
  void anything_else_is_none(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TaxCategory(text));
  }
}
