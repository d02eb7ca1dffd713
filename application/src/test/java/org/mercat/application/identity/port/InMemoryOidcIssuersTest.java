package org.mercat.application.identity.port;

import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

class InMemoryOidcIssuersTest implements OidcIssuersContract {

  private final InMemoryOidcIssuers issuers = new InMemoryOidcIssuers();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(issuers);

  @Override
  public OidcIssuers issuers() {
    return issuers;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId anyUser() {
    return new UserId(UUID.randomUUID());
  }
}
