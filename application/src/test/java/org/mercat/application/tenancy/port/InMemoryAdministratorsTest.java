package org.mercat.application.tenancy.port;

import java.util.Optional;
import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;

class InMemoryAdministratorsTest implements AdministratorsContract {

  private final InMemoryAdministrators administrators = new InMemoryAdministrators();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(administrators);

  @Override
  public Administrators administrators() {
    return administrators;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public TenantId anyTenant() {
    return new TenantId(UUID.randomUUID());
  }

  @Override
  public Optional<String> administratorOf(TenantId tenant) {
    return administrators.of(tenant);
  }
}
