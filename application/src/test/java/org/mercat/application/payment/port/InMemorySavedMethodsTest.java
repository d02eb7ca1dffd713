package org.mercat.application.payment.port;

import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

class InMemorySavedMethodsTest implements SavedMethodsContract {

  private final InMemorySavedMethods methods = new InMemorySavedMethods();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(methods);

  @Override
  public SavedMethods methods() {
    return methods;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId payer() {
    return new UserId(UUID.randomUUID());
  }
}
