package org.mercat.application.identity.port;

import org.mercat.domain.identity.UserId;

/**
 * Driven port: which persons a booking has brought together. Every adapter must pass {@code
 * JoinedPersonsContract}.
 */
public interface JoinedPersons {

  /** Whether the client has ever booked something of the provider whose owner that is (IA-17). */
  boolean hasBooked(UserId client, UserId owner);
}
