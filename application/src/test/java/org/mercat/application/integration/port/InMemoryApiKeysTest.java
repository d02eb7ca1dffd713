package org.mercat.application.integration.port;

import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.tenancy.TenantId;

class InMemoryApiKeysTest implements ApiKeysContract {

  private final InMemoryApiKeys keys = new InMemoryApiKeys();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(keys);

  @Override
  public ApiKeys keys() {
    return keys;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public TenantId tenant() {
    return TenantId.DEFAULT;
  }

  @Override
  public UserId anyOwner() {
    return new UserId(UUID.randomUUID());
  }
}
