package org.mercat.application.booking.port;

import org.mercat.application.payment.port.InMemoryPaymentOperations;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;

class InMemoryMoneyUnderWayTest implements MoneyUnderWayContract {

  private final InMemoryPaymentOperations operations = new InMemoryPaymentOperations();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(operations);

  @Override
  public MoneyUnderWay moneyUnderWay() {
    return new InMemoryMoneyUnderWay(operations);
  }

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
    return new BookingId(TimeOrderedIds.next());
  }
}
