package org.mercat.persistence.identity;

import org.mercat.application.identity.RefreshRaceContract;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.MyBatisEventOutbox;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisRefreshRaceTest implements RefreshRaceContract {

  private final UserSessions sessions = new MyBatisUserSessions(TestDatabase.SESSIONS);
  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final EventOutbox outbox = new MyBatisEventOutbox(TestDatabase.SESSIONS, new Reactions());
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();
  private final SettableClock clock = new SettableClock(SampleGrants.FROM);

  @Override
  public UserSessions sessions() {
    return sessions;
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public EventOutbox outbox() {
    return outbox;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }
}
