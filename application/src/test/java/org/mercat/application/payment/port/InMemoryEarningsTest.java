package org.mercat.application.payment.port;

import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;

class InMemoryEarningsTest implements EarningsContract {

  private final InMemoryEarnings earnings = new InMemoryEarnings();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(earnings);

  @Override
  public Earnings earnings() {
    return earnings;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Earning earned() {
    return Earning.released(
        new BookingId(TimeOrderedIds.next()),
        new ProviderId(TimeOrderedIds.next()),
        cad(10_000),
        NOW);
  }

  @Override
  public PayoutId payout(ProviderId provider) {
    return new PayoutId(TimeOrderedIds.next());
  }
}
