package org.mercat.application.identity.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryUsersTest implements UsersContract, AccountDirectoryContract {

  private final InMemoryUsers users = new InMemoryUsers();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(users);

  @Override
  public Users users() {
    return users;
  }

  @Override
  public AccountDirectory directory() {
    return users;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
