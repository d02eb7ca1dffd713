package org.mercat.application.payment.port;

import static org.mercat.application.payment.port.SamplePayments.cad;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.provider.ProviderId;

class InMemoryPayoutPlansTest implements PayoutPlansContract {

  private final InMemoryEarnings earnings = new InMemoryEarnings();
  private final InMemoryPayoutPlans plans = new InMemoryPayoutPlans(earnings, _ -> TORONTO);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(earnings, plans);

  @Override
  public PayoutPlans plans() {
    return plans;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Earning earned() {
    var earning =
        Earning.released(
            new BookingId(TimeOrderedIds.next()),
            new ProviderId(TimeOrderedIds.next()),
            cad(10_000),
            NOON);
    earnings.add(earning);
    return earning;
  }
}
