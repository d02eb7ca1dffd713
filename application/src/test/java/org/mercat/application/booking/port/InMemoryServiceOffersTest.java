package org.mercat.application.booking.port;

import org.mercat.application.availability.port.InMemoryTimetables;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.catalog.port.InMemoryCatalog;
import org.mercat.application.payment.port.CollectionPlans;
import org.mercat.application.payment.port.InMemoryCollectionPlans;

class InMemoryServiceOffersTest extends InMemoryCatalog implements ServiceOffersContract {

  private final Timetables timetables = new InMemoryTimetables();

  private final CollectionPlans plans = new InMemoryCollectionPlans();

  @Override
  public CollectionPlans plans() {
    return plans;
  }

  @Override
  public ServiceOffers offers() {
    return new InMemoryServiceOffers(listings, providers, timetables, plans);
  }

  @Override
  public Timetables timetables() {
    return timetables;
  }
}
