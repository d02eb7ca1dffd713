package org.mercat.application.payment.port;

import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Charge;

class InMemoryPaymentsTest implements PaymentsContract {

  private final InMemoryPayments payments = new InMemoryPayments();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(payments);

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Charge charge() {
    return SamplePayments.charge(new BookingId(TimeOrderedIds.next()), Parties.any());
  }
}
