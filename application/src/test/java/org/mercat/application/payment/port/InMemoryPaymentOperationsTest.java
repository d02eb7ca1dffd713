package org.mercat.application.payment.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.provider.ProviderId;

class InMemoryPaymentOperationsTest implements PaymentOperationsContract {

  private final InMemoryPaymentOperations operations = new InMemoryPaymentOperations();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(operations);

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

  @Override
  public ProviderId provider() {
    return new ProviderId(TimeOrderedIds.next());
  }
}
