package org.mercat.application.availability.port;

import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

class InMemoryTimetablesTest implements TimetablesContract {

  private final InMemoryProviders providers = new InMemoryProviders();
  private final InMemoryTimetables timetables = new InMemoryTimetables();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(providers, timetables);

  @Override
  public Providers providers() {
    return providers;
  }

  @Override
  public Timetables timetables() {
    return timetables;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId anybody() {
    return SampleProviders.anybody();
  }
}
