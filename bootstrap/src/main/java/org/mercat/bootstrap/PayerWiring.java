package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.payment.PaymentProgress;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.UnitOfWork;

/** What those who pay see and do. */
final class PayerWiring {

  @Produces
  @Singleton
  PaymentProgress paymentProgress(
      Access access,
      BookingParties parties,
      PaymentOperations operations,
      PayerActions actions,
      UnitOfWork unitOfWork) {
    return new PaymentProgress(access, parties, operations, actions, unitOfWork);
  }
}
