package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.shared.Money;

/** What {@link InMemoryPaymentGateway} refuses, and why. */
final class InMemoryLimits {

  private static final long MOST_MINOR = 99_999_999;

  private InMemoryLimits() {}

  static Optional<FailureCode> wrong(OperationKey key, Step step, Money amount) {
    if (key.step() != step || !amount.isPositive()) {
      return Optional.of(FailureCode.REJECTED);
    }
    return amount.minor() > MOST_MINOR
        ? Optional.of(FailureCode.AMOUNT_TOO_LARGE)
        : Optional.empty();
  }

  static Optional<FailureCode> unrefundable(PaymentView payment, Money amount) {
    if (payment.status() != Status.SUCCEEDED
        || !payment.amount().currency().equals(amount.currency())) {
      return Optional.of(FailureCode.REJECTED);
    }
    var rest = payment.amount().minus(payment.refunded());
    if (rest.isZero()) {
      return Optional.of(FailureCode.ALREADY_REFUNDED);
    }
    return amount.compareTo(rest) > 0
        ? Optional.of(FailureCode.AMOUNT_TOO_LARGE)
        : Optional.empty();
  }
}
