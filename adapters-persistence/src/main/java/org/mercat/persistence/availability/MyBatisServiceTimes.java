package org.mercat.persistence.availability;

import java.util.Optional;
import org.mercat.application.availability.port.ServiceTimes;
import org.mercat.domain.catalog.ListingId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisServiceTimes implements ServiceTimes {

  private final Sessions sessions;

  public MyBatisServiceTimes(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<ServiceTime> find(ListingId listing) {
    return Optional.ofNullable(sessions.mapper(CalendarMapper.class).service(listing.value()))
        .map(ServiceTimeRow::toDomain);
  }
}
