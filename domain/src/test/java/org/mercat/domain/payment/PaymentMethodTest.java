package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentMethodTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424242",
        "4242 4242 4242 4242",
        "3782-822463-10005",
        " 378282246310005 ",
        "6304000000000000000"
      })
  void a_card_number_is_no_payment_method(String number) {
    assertThatThrownBy(() -> new PaymentMethod(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sbx_ok", "pm_1N3T00LkdIwHu7ixt44h1F8k", "42424242424", "tok 4242"})
  void a_token_of_the_gateway_is_one(String token) {
    assertThat(new PaymentMethod(token).token()).isEqualTo(token);
  }

  @Test
  void a_payment_method_is_neither_blank_nor_long() {
    assertThat(new PaymentMethod("x".repeat(PaymentMethod.LONGEST)).token()).hasSize(255);
    assertThatThrownBy(() -> new PaymentMethod(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PaymentMethod("x".repeat(PaymentMethod.LONGEST + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
