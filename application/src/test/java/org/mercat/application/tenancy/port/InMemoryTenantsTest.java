package org.mercat.application.tenancy.port;

import java.util.function.Supplier;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;

class InMemoryTenantsTest implements TenantsContract, TenantDirectoryContract {

  private final InMemoryTenants tenants = new InMemoryTenants();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(tenants);

  @Override
  public InMemoryTenants tenants() {
    return tenants;
  }

  @Override
  public TenantDirectory directory() {
    return tenants;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UnitOfWork unitOfWork(TenantId tenant) {
    return new UnitOfWork() {
      @Override
      public <T> T run(Supplier<T> work) {
        return Acting.of(tenant).call(() -> unitOfWork.run(work));
      }
    };
  }
}
