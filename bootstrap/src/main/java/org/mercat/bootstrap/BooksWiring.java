package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.persistence.payment.MyBatisBookingParties;
import org.mercat.persistence.payment.MyBatisGatewayInbox;
import org.mercat.persistence.payment.MyBatisLedger;
import org.mercat.persistence.payment.MyBatisPayees;
import org.mercat.persistence.payment.MyBatisPaymentOperations;
import org.mercat.persistence.payment.MyBatisPayments;
import org.mercat.persistence.shared.Sessions;

/** Where the money of bookings is written down. */
final class BooksWiring {

  @Produces
  @Singleton
  Payments payments(Sessions sessions) {
    return new MyBatisPayments(sessions);
  }

  @Produces
  @Singleton
  PaymentOperations operations(Sessions sessions) {
    return new MyBatisPaymentOperations(sessions);
  }

  @Produces
  @Singleton
  Ledger ledger(Sessions sessions) {
    return new MyBatisLedger(sessions);
  }

  @Produces
  @Singleton
  Payees payees(Sessions sessions) {
    return new MyBatisPayees(sessions);
  }

  @Produces
  @Singleton
  GatewayInbox inbox(Sessions sessions) {
    return new MyBatisGatewayInbox(sessions);
  }

  @Produces
  @Singleton
  BookingParties parties(Sessions sessions) {
    return new MyBatisBookingParties(sessions);
  }
}
