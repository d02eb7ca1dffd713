package org.mercat.persistence.payment;

import java.util.Optional;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisPayeeProfiles implements PayeeProfiles {

  private final Sessions sessions;

  public MyBatisPayeeProfiles(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Profile> of(UserId owner) {
    return Optional.ofNullable(sessions.mapper(PartiesMapper.class).profile(owner.value()))
        .map(PayeeProfileRow::toDomain);
  }
}
