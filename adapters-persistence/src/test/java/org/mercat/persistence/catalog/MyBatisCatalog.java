package org.mercat.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.WithListings;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.identity.MyBatisUsers;
import org.mercat.persistence.provider.MyBatisProviders;
import org.mercat.persistence.shared.TestDatabase;

/** Providers and their listings of a new tenant, for tests of what looks at them. */
public abstract class MyBatisCatalog implements WithListings {

  private final MyBatisUsers users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final Providers providers = new MyBatisProviders(TestDatabase.SESSIONS);
  private final Listings listings = new MyBatisListings(TestDatabase.SESSIONS);
  private final TenantId tenant = TestDatabase.newTenant();
  private final UnitOfWork unitOfWork = TestDatabase.of(tenant);

  public TenantId tenant() {
    return tenant;
  }

  @Override
  public Providers providers() {
    return providers;
  }

  @Override
  public Listings listings() {
    return listings;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId anybody() {
    var account = SampleUsers.client(users.nextId());
    assertThat(unitOfWork.run(() -> users.add(account))).isEqualTo(Addition.ADDED);
    return account.id();
  }
}
