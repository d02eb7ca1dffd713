package org.mercat.application.booking.port;

import org.mercat.application.availability.port.InMemoryTimetables;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.catalog.port.InMemoryCatalog;

class InMemoryServiceOffersTest extends InMemoryCatalog implements ServiceOffersContract {

  private final Timetables timetables = new InMemoryTimetables();

  @Override
  public ServiceOffers offers() {
    return new InMemoryServiceOffers(listings, providers, timetables);
  }

  @Override
  public Timetables timetables() {
    return timetables;
  }
}
