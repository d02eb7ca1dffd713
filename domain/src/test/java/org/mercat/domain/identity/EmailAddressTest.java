package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org",
        "a@b.co",
        "ada.lovelace+market@mail.example.org",
        "o'brien@example.org",
        "admin@mercat.local",
        "x@xn--bcher-kva.example"
      })
  void reads_an_address(String text) {
    assertThat(EmailAddress.of(text).value()).isEqualTo(text);
  }

  @Test
  void case_and_white_space_around_it_do_not_count() {
    assertThat(EmailAddress.of(" Ada@Example.ORG\t")).isEqualTo(EmailAddress.of("ada@example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@example",
        "ada@@example.org",
        "ada@example..org",
        "ada@-example.org",
        ".ada@example.org",
        "ada.@example.org",
        "a da@example.org",
        "ada@example.org\nbcc:eve@example.org",
        "ada\u0000@example.org",
        "<ada@example.org>",
        "adà@example.org"
      })
  void refuses_what_is_no_address(String text) {
    assertThatThrownBy(() -> EmailAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refuses_what_is_too_long() {
    var local = "a".repeat(65) + "@example.org";
    var whole = "a@" + "b".repeat(60).concat(".").repeat(5) + "example.org";

    assertThatThrownBy(() -> EmailAddress.of(local)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EmailAddress.of(whole)).isInstanceOf(IllegalArgumentException.class);
  }
}
