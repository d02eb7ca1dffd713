package org.mercat.persistence.availability;

import java.util.Optional;
import org.mercat.application.availability.port.CalendarOwners;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisCalendarOwners implements CalendarOwners {

  private final Sessions sessions;

  public MyBatisCalendarOwners(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<ProviderId> of(UserId owner) {
    return Optional.ofNullable(sessions.mapper(CalendarMapper.class).ofOwner(owner.value()))
        .map(ProviderId::new);
  }
}
