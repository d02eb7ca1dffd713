package org.mercat.persistence.booking;

import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.catalog.MyBatisCatalog;

/** Parties to bookings that the database knows, so that it lets bookings refer to them. */
public final class KnownParties extends MyBatisCatalog {

  /** Parties that nobody else uses. */
  public Parties any() {
    return of(anybody());
  }

  /** This client, and a provider and a listing that nobody else uses. */
  public Parties of(UserId client) {
    var provider = verified();
    return new Parties(client, provider.id(), drafted(provider).id());
  }

  /** Another client of the same provider. */
  public Parties sameProvider(Parties parties) {
    return new Parties(anybody(), parties.provider(), parties.listing());
  }
}
