package org.mercat.application.booking.port;

import org.mercat.domain.booking.BookingId;

/**
 * Driven port: what the gateway has been asked to do for a booking and has not ended yet. Every
 * adapter must pass {@code MoneyUnderWayContract}.
 */
public interface MoneyUnderWay {

  /** Whether a payment is under way, be it that it waits for its payer. */
  boolean isPaying(BookingId booking);

  /** Whether a refund is under way. */
  boolean isRefunding(BookingId booking);
}
