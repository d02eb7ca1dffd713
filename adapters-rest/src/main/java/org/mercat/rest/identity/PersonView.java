package org.mercat.rest.identity;

import java.util.Optional;
import java.util.UUID;
import org.mercat.application.identity.PersonDetails;

/** As much of a person as whoever has a booking with him may know. */
record PersonView(UUID id, String firstName, String lastName, Optional<String> phone) {

  static PersonView of(PersonDetails.Outcome.Found found) {
    return new PersonView(
        found.person().value(),
        found.name().first(),
        found.name().last(),
        found.phone().map(phone -> phone.number().value()));
  }
}
