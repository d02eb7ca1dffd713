package org.mercat.persistence.notification;

import java.util.UUID;

/**
 * Table {@code outgoing_message}, as far as it is leased.
 *
 * @param sealed the envelope under its seal, in hexadecimal
 */
record OutgoingMessageRow(UUID id, int attempts, String sealed) {}
