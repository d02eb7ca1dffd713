package org.mercat.application.payment.port;

import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.shared.Money;

/** What becomes of views in memory. */
final class PaymentViews {

  private PaymentViews() {}

  static PaymentView in(PaymentView payment, Status status) {
    return new PaymentView(
        payment.reference(), payment.key(), status, payment.amount(), payment.refunded());
  }

  static PaymentView refunded(PaymentView payment, Money more) {
    return new PaymentView(
        payment.reference(),
        payment.key(),
        payment.status(),
        payment.amount(),
        payment.refunded().plus(more));
  }

  static Status ended(boolean succeeds) {
    return succeeds ? Status.SUCCEEDED : Status.FAILED;
  }
}
