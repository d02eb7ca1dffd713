package org.mercat.application.identity.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryUserRightsTest implements UserRightsContract {

  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryUserRights rights = new InMemoryUserRights(users);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(users, rights);

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
