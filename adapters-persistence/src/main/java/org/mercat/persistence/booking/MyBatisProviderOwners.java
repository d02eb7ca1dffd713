package org.mercat.persistence.booking;

import java.util.Optional;
import org.mercat.application.booking.port.ProviderOwners;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisProviderOwners implements ProviderOwners {

  private final Sessions sessions;

  public MyBatisProviderOwners(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<UserId> ownerOf(ProviderId provider) {
    return Optional.ofNullable(sessions.mapper(ProviderMapper.class).owner(provider.value()))
        .map(UserId::new);
  }
}
