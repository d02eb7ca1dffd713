package org.mercat.application.identity.port;

import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

class InMemoryUserSessionsTest implements UserSessionsContract {

  private final InMemoryUserSessions sessions = new InMemoryUserSessions();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(sessions);

  @Override
  public UserSessions sessions() {
    return sessions;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId anyUser() {
    return new UserId(UUID.randomUUID());
  }
}
