package org.mercat.application.identity.port;

import java.util.Optional;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.Phone;
import org.mercat.domain.identity.UserId;

/**
 * Driven port: what persons know of each other because a booking has brought them together. Every
 * adapter must pass {@code JoinedPersonsContract}.
 */
public interface JoinedPersons {

  /** How a client is called and reached. */
  record Contact(PersonName name, Optional<Phone> phone) {}

  /**
   * The client as the owner of a provider may know him (IA-17): empty unless he has ever booked
   * something of that provider.
   */
  Optional<Contact> clientOf(UserId owner, UserId client);
}
