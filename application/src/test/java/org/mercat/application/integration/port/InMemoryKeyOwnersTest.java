package org.mercat.application.integration.port;

import java.util.Set;
import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

class InMemoryKeyOwnersTest implements KeyOwnersContract {

  private final InMemoryKeyOwners owners = new InMemoryKeyOwners();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

  @Override
  public KeyOwners owners() {
    return owners;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId somebody(Role role) {
    var owner = nobody();
    owners.may(owner, Permission.of(Set.of(role)));
    return owner;
  }

  @Override
  public UserId suspended() {
    var owner = somebody(Role.CLIENT);
    owners.mayNotSignIn(owner);
    return owner;
  }

  @Override
  public UserId nobody() {
    return new UserId(UUID.randomUUID());
  }
}
