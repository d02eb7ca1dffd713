package org.mercat.application.identity;

import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;

class RefreshRaceTest implements RefreshRaceContract {

  private final Newcomers newcomers = new Newcomers();

  @Override
  public UserSessions sessions() {
    return newcomers.sessions;
  }

  @Override
  public Users users() {
    return newcomers.users;
  }

  @Override
  public EventOutbox outbox() {
    return newcomers.outbox;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return newcomers.unitOfWork;
  }

  @Override
  public SettableClock clock() {
    return newcomers.clock;
  }
}
