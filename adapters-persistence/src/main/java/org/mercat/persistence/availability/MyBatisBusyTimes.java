package org.mercat.persistence.availability;

import java.util.List;
import org.mercat.application.availability.port.BusyTimes;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.persistence.shared.Sessions;

/** What is claimed of a provider's time is busy; the claims are made by bookings. */
public final class MyBatisBusyTimes implements BusyTimes {

  private final Sessions sessions;

  public MyBatisBusyTimes(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public List<TimeSlot> within(ProviderId provider, TimeSlot range) {
    return sessions
        .mapper(BusyTimeMapper.class)
        .within(provider.value(), range.from(), range.to())
        .stream()
        .map(BusyTimeRow::toDomain)
        .toList();
  }
}
