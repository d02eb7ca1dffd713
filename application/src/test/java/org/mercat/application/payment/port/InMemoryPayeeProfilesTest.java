package org.mercat.application.payment.port;

import org.mercat.application.catalog.port.InMemoryCatalog;

class InMemoryPayeeProfilesTest extends InMemoryCatalog implements PayeeProfilesContract {

  @Override
  public PayeeProfiles profiles() {
    return new InMemoryPayeeProfiles(providers);
  }
}
