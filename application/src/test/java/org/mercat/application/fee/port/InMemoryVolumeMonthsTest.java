package org.mercat.application.fee.port;

import org.mercat.application.payment.port.InMemoryMoney;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryVolumeMonthsTest extends InMemoryMoney implements VolumeMonthsContract {

  private final InMemoryVolumeMonths volumes =
      new InMemoryVolumeMonths(payments, ledger, _ -> TORONTO);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(bookings, payments, ledger, volumes);

  @Override
  public VolumeMonths volumes() {
    return volumes;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
