package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.provider.ProviderId;

class OperationKeyTest {

  private static final UUID ID = UUID.fromString("01990dff-1a2b-7c3d-8e4f-5a6b7c8d9e0f");
  private static final BookingId BOOKING = new BookingId(ID);

  static Stream<OperationKey> keys() {
    return Stream.of(
        OperationKey.capture(BOOKING),
        OperationKey.refund(BOOKING, 3).next(),
        OperationKey.transfer(BOOKING, 2),
        OperationKey.reverse(BOOKING, 1),
        OperationKey.openPayee(new ProviderId(ID)),
        OperationKey.payOut(new PayoutId(ID)));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void what_leaves_the_core_is_read_again(OperationKey key) {
    assertThat(OperationKey.parse(key.text())).isEqualTo(key);
    assertThat(key.text()).hasSizeLessThanOrEqualTo(255);
  }

  @Test
  void a_key_says_what_it_is_about_and_which_attempt_it_is() {
    assertThat(OperationKey.refund(BOOKING, 3).text())
        .isEqualTo("booking:01990dff-1a2b-7c3d-8e4f-5a6b7c8d9e0f:refund:3:1");
    assertThat(OperationKey.refund(BOOKING, 3).next().text()).endsWith(":refund:3:2");
    assertThat(OperationKey.capture(BOOKING).booking()).isEqualTo(BOOKING);
    assertThat(OperationKey.openPayee(new ProviderId(ID)).provider()).isEqualTo(new ProviderId(ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "booking:1:refund:3", "a:b:c:d:e:f"})
  void anything_else_is_no_key(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> OperationKey.parse(text));
  }
}
