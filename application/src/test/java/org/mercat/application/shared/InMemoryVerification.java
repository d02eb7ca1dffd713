package org.mercat.application.shared;

import java.util.Optional;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;

public final class InMemoryVerification implements Verification, Store {

  private final Users users;
  private final boolean otherwise;
  private Optional<Boolean> wanted = Optional.empty();

  public InMemoryVerification(Users users, boolean otherwise) {
    this.users = users;
    this.otherwise = otherwise;
  }

  @Override
  public Runnable snapshot() {
    var before = wanted;
    return () -> wanted = before;
  }

  @Override
  public boolean isWanted() {
    return wanted.orElse(otherwise);
  }

  /** Decides it for the tenant. */
  public void want(boolean next) {
    wanted = Optional.of(next);
  }

  @Override
  public boolean isLacking(UserId person) {
    return isWanted() && users.find(person).filter(UserAccount::isVerified).isEmpty();
  }
}
