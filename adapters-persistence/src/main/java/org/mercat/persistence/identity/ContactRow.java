package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.port.JoinedPersons.Contact;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.Phone;
import org.mercat.domain.identity.PhoneNumber;

/** What the function {@code client_of} tells of a client, column for component. */
record ContactRow(
    String firstName, String lastName, @Nullable String phone, @Nullable Instant phoneVerifiedAt) {

  Contact to() {
    return new Contact(
        new PersonName(firstName, lastName), Optional.ofNullable(phone).map(this::to));
  }

  private Phone to(String number) {
    return new Phone(new PhoneNumber(number), Optional.ofNullable(phoneVerifiedAt));
  }
}
