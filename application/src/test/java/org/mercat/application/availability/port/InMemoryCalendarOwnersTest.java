package org.mercat.application.availability.port;

import org.mercat.application.catalog.port.InMemoryCatalog;

class InMemoryCalendarOwnersTest extends InMemoryCatalog implements CalendarOwnersContract {

  private final CalendarOwners owners = new InMemoryCalendarOwners(providers);

  @Override
  public CalendarOwners owners() {
    return owners;
  }
}
