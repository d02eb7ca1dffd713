package org.mercat.application.identity.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemorySigningKeysTest implements SigningKeysContract {

  private final InMemorySigningKeys keys = new InMemorySigningKeys();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(keys);

  @Override
  public SigningKeys keys() {
    return keys;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
