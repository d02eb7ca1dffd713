package org.mercat.persistence.identity;

import org.mercat.application.identity.port.UserRights;
import org.mercat.application.identity.port.UserRightsContract;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisUserRightsTest implements UserRightsContract {

  private final UserRights rights = new MyBatisUserRights(TestDatabase.SESSIONS);
  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public UserRights rights() {
    return rights;
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
