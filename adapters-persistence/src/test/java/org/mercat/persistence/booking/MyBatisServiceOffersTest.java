package org.mercat.persistence.booking;

import org.mercat.application.availability.port.Timetables;
import org.mercat.application.booking.port.ServiceOffers;
import org.mercat.application.booking.port.ServiceOffersContract;
import org.mercat.application.payment.port.CollectionPlans;
import org.mercat.persistence.availability.MyBatisTimetables;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.payment.MyBatisCollectionPlans;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisServiceOffersTest extends MyBatisCatalog implements ServiceOffersContract {

  @Override
  public ServiceOffers offers() {
    return new MyBatisServiceOffers(TestDatabase.SESSIONS);
  }

  @Override
  public CollectionPlans plans() {
    return new MyBatisCollectionPlans(TestDatabase.SESSIONS);
  }

  @Override
  public Timetables timetables() {
    return new MyBatisTimetables(TestDatabase.SESSIONS);
  }
}
