package org.mercat.application.catalog.port;

import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

/** Providers and their listings in memory, for tests of what looks at them. */
public abstract class InMemoryCatalog implements WithListings {

  protected final InMemoryProviders providers = new InMemoryProviders();
  protected final InMemoryListings listings = new InMemoryListings();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(providers, listings);

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
    return SampleProviders.anybody();
  }
}
