package org.mercat.application.availability.port;

import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;

class InMemoryBusyTimesTest implements BusyTimesContract {

  private final InMemoryBusyTimes busyTimes = new InMemoryBusyTimes();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(busyTimes);

  @Override
  public BusyTimes busyTimes() {
    return busyTimes;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public ProviderId provider() {
    return new ProviderId(UUID.randomUUID());
  }

  @Override
  public void given(ProviderId provider, TimeSlot during) {
    busyTimes.claim(provider, during);
  }
}
