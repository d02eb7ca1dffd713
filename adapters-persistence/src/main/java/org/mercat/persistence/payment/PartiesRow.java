package org.mercat.persistence.payment;

import java.util.UUID;
import org.mercat.application.payment.port.BookingParties.Parties;
import org.mercat.domain.identity.UserId;

/** The two persons of a booking. */
record PartiesRow(UUID clientId, UUID ownerId) {

  Parties toDomain() {
    return new Parties(new UserId(clientId), new UserId(ownerId));
  }
}
