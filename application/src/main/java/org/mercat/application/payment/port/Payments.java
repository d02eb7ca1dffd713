package org.mercat.application.payment.port;

import java.util.Currency;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.provider.ProviderId;

/** Driven port: the money of all bookings. Every adapter must pass {@code PaymentsContract}. */
public interface Payments {

  Optional<Payment> find(BookingId booking);

  /**
   * Stores the first payment of a booking.
   *
   * @throws ConcurrencyConflict if the booking has one already
   */
  void add(Payment payment);

  /**
   * Stores the payment as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(Payment payment);

  /** Whether a refund of what has been released to a provider is under way. */
  boolean isRefunding(ProviderId provider, Currency currency);
}
