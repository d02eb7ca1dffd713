package org.mercat.persistence.booking;

import org.mercat.application.booking.port.MoneyUnderWay;
import org.mercat.application.booking.port.MoneyUnderWayContract;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.persistence.payment.MyBatisPaymentOperations;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisMoneyUnderWayTest implements MoneyUnderWayContract {

  private final KnownBookings bookings = new KnownBookings();

  @Override
  public MoneyUnderWay moneyUnderWay() {
    return new MyBatisMoneyUnderWay(TestDatabase.SESSIONS);
  }

  @Override
  public PaymentOperations operations() {
    return new MyBatisPaymentOperations(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return bookings.unitOfWork();
  }

  @Override
  public BookingId booking() {
    return bookings.any().id();
  }
}
