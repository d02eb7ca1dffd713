package org.mercat.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxRegistrationTest {

  @Test
  void reads_an_account_number() {
    assertThat(TaxRegistration.parse("123456782RT0001"))
        .contains(new TaxRegistration("123456782RT0001"));
  }

  @Test
  void one_of_ten_last_digits_checks() {
    assertThat(IntStream.range(0, 10).mapToObj(digit -> "12345678" + digit + "RT0001"))
        .filteredOn(number -> TaxRegistration.parse(number).isPresent())
        .containsExactly("123456782RT0001");
  }

  @Test
  void any_wrong_digit_is_found() {
    for (var place = 0; place < 9; place++) {
      var wrong = new StringBuilder("123456782RT0001");
      wrong.setCharAt(place, (char) ('0' + (wrong.charAt(place) - '0' + 1) % 10));

      assertThat(TaxRegistration.parse(wrong.toString())).as(wrong.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123456782",
        "123456782RT",
        "123456782RT001",
        "123456782RT00011",
        "123456782RP0001",
        "123456782rt0001",
        "12345678RT0001",
        " 123456782RT0001",
        "123456782RT0001\n",
        "١٢٣٤٥٦٧٨٢RT0001"
      })
  void refuses_what_is_none(String text) {
    assertThat(TaxRegistration.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new TaxRegistration(text));
  }
}
