package org.mercat.persistence.identity;

import org.mercat.application.identity.port.AccountDirectory;
import org.mercat.application.identity.port.AccountDirectoryContract;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisAccountDirectoryTest implements AccountDirectoryContract {

  private final AccountDirectory directory = new MyBatisAccountDirectory(TestDatabase.SESSIONS);
  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public AccountDirectory directory() {
    return directory;
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
