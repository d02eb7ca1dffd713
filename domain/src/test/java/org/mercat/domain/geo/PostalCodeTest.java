package org.mercat.domain.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostalCodeTest {

  @ParameterizedTest
  @CsvSource({
    "CA, M5V 2T6, M5V 2T6", "CA, m5v2t6, M5V 2T6", "CA, ' K1A-0B1 ', K1A 0B1",
    "US, 10001-1234, 10001-1234", "GB, sw1a 1aa, SW1A 1AA", "NL, 1012 AB, 1012 AB"
  })
  void reads_what_people_type(String country, String typed, String code) {
    assertThat(PostalCode.parse(country, typed)).contains(new PostalCode(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "M5V",
        "M5V 2T",
        "M5V 2T66",
        "D5V 2T6",
        "W5V 2T6",
        "M5O 2T6",
        "M5V  2T6"
      })
  void refuses_what_no_canadian_writes(String typed) {
    assertThat(PostalCode.parse("CA", typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1234567890123", "10 001!", "1\n2"})
  void refuses_what_nobody_writes(String typed) {
    assertThat(PostalCode.parse("US", typed)).isEmpty();
  }

  @Test
  void cannot_be_made_of_anything() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PostalCode(""));
  }
}
