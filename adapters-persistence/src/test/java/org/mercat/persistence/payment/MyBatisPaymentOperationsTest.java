package org.mercat.persistence.payment;

import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.PaymentOperationsContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisPaymentOperationsTest implements PaymentOperationsContract {

  private final PaymentOperations operations = new MyBatisPaymentOperations(TestDatabase.SESSIONS);
  private final KnownBookings bookings = new KnownBookings();

  @Override
  public PaymentOperations operations() {
    return operations;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return bookings.unitOfWork();
  }

  @Override
  public BookingId booking() {
    return bookings.any().id();
  }

  @Override
  public ProviderId provider() {
    return bookings.parties().any().provider();
  }
}
