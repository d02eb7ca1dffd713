package org.mercat.persistence.payment;

import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.PaymentOperationsContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisPaymentOperationsTest implements PaymentOperationsContract {

  private final PaymentOperations operations = new MyBatisPaymentOperations(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public PaymentOperations operations() {
    return operations;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public BookingId booking() {
    return new KnownBookings(unitOfWork).any().id();
  }

  @Override
  public ProviderId provider() {
    return new KnownParties(unitOfWork).any().provider();
  }
}
