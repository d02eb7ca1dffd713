package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** A gateway that is being held to its contract, and what is needed to try it. */
public interface GatewayOnTrial {

  Money PRICE = Money.of(8_000, "CAD");

  /** Fits twice into the price, and not three times. */
  Money PART = Money.of(3_000, "CAD");

  Money NOTHING = Money.of(0, "CAD");

  /**
   * Payment methods whose behaviour is known.
   *
   * @param requiresAction nothing is taken before the payer has acted
   * @param refundPending paid at once; its refunds stay pending until they are completed
   * @param refundFails paid at once; its refunds fail
   * @param timeoutAfterWork paid at once, but the first answer is lost
   */
  record TestMethods(
      PaymentMethod ok,
      PaymentMethod declined,
      PaymentMethod insufficientFunds,
      PaymentMethod requiresAction,
      PaymentMethod refundPending,
      PaymentMethod refundFails,
      PaymentMethod timeoutAfterWork) {}

  PaymentGateway gateway();

  TestMethods methods();

  /** The payer does what is needed, or gives up. */
  void completeAction(GatewayReference payment, boolean succeeds);

  /** A pending refund reaches the payer, or does not; one that has reached it may come back. */
  void completeRefund(GatewayReference refund, boolean succeeds);

  /** A payout reaches the bank, or comes back from it, even after it has succeeded. */
  void completePayout(GatewayReference payout, boolean succeeds);

  /** The provider finishes the opening on the page of the link. */
  void finishOnboarding(OnboardingLink link);

  default OperationKey anyCapture() {
    return OperationKey.capture(new BookingId(UUID.randomUUID()));
  }

  default OperationKey anyPayee() {
    return OperationKey.openPayee(new ProviderId(UUID.randomUUID()));
  }

  default OperationKey refundOf(OperationKey capture) {
    return refundOf(capture, 1);
  }

  default OperationKey refundOf(OperationKey capture, int number) {
    return OperationKey.refund(capture.booking(), number);
  }

  default <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }

  /** The answer to a request that the gateway has not seen before. */
  default <T> Outcome<T> fresh(T value) {
    return new Outcome.Done<>(value, false);
  }

  default void assertRejected(Outcome<?> outcome, FailureCode why) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, rejected -> assertThat(rejected.why()).isEqualTo(why));
  }

  default Status statusOf(GatewayReference payment) {
    return done(gateway().payment(payment)).status();
  }

  /** What so many callers at the same moment get; they are numbered from 1. */
  default <T> List<T> together(int callers, IntFunction<T> call) {
    var barrier = new CyclicBarrier(callers);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.rangeClosed(1, callers)
              .mapToObj(
                  number ->
                      threads.submit(
                          () -> {
                            assertThat(barrier.await()).isNotNegative();
                            return call.apply(number);
                          }))
              .toList();
      return answers.stream().map(GatewayOnTrial::result).toList();
    }
  }

  private static <T> T result(Future<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }
}
