package org.mercat.application.booking.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request;
import org.mercat.domain.payment.PaymentOperation.State;

/** What every adapter of {@link MoneyUnderWay} promises. */
public interface MoneyUnderWayContract {

  GatewayReference REFERENCE = new GatewayReference("pay_1");

  MoneyUnderWay moneyUnderWay();

  PaymentOperations operations();

  UnitOfWork unitOfWork();

  /** A booking that the adapter knows and that has no operations. */
  BookingId booking();

  @Test
  default void nothing_is_under_way_before_the_gateway_was_asked() {
    var booking = booking();

    assertThat(isPaying(booking)).isFalse();
    assertThat(isRefunding(booking)).isFalse();
  }

  @Test
  default void a_payment_is_under_way_until_it_has_ended() {
    for (var open :
        List.of(
            new State.Sent(NOW),
            new State.Unanswered(NOW, "lost"),
            new State.Waiting(NOW, REFERENCE, true))) {
      var booking = booking();
      added(payment(OperationKey.capture(booking), open));

      assertThat(isPaying(booking)).isTrue();
      assertThat(isRefunding(booking)).isFalse();
    }
    for (var end :
        List.of(new State.Done(NOW, REFERENCE), new State.Failed(NOW, FailureCode.CARD_DECLINED))) {
      var booking = booking();
      added(payment(OperationKey.capture(booking), end));

      assertThat(isPaying(booking)).isFalse();
    }
  }

  @Test
  default void a_refund_is_under_way_until_it_has_ended() {
    var booking = booking();
    added(payment(OperationKey.capture(booking), new State.Done(NOW, REFERENCE)));
    var first = OperationKey.refund(booking, 1);
    added(refund(first, new State.Failed(NOW, FailureCode.REJECTED)));
    assertThat(isRefunding(booking)).isFalse();

    added(refund(OperationKey.refund(booking, 2), new State.Waiting(NOW, REFERENCE, false)));

    assertThat(isRefunding(booking)).isTrue();
    assertThat(isPaying(booking)).isFalse();
    assertThat(isRefunding(booking())).isFalse();
  }

  private static PaymentOperation payment(OperationKey key, State state) {
    return in(state, key, new Request.Capture(cad(8_475), new PaymentMethod("sbx_ok")));
  }

  private static PaymentOperation refund(OperationKey key, State state) {
    return in(state, key, new Request.Refund(REFERENCE, cad(100)));
  }

  private static PaymentOperation in(State state, OperationKey key, Request request) {
    var sent = PaymentOperation.sent(key, request, NOW);
    return new PaymentOperation(
        key, request, state, sent.firstSentAt(), 0, sent.nextCheckAt(), sent.version());
  }

  private void added(PaymentOperation operation) {
    assertThat(
            in(
                () -> {
                  operations().add(operation);
                  return operation;
                }))
        .isEqualTo(operation);
  }

  private boolean isPaying(BookingId booking) {
    return in(() -> moneyUnderWay().isPaying(booking));
  }

  private boolean isRefunding(BookingId booking) {
    return in(() -> moneyUnderWay().isRefunding(booking));
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
