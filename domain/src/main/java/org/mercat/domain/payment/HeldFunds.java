package org.mercat.domain.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * What is held of a client's money for a booking, and until when it may be: a payment gateway keeps
 * money for others for a time only, which depends on the country of whoever is to have it (C-23).
 *
 * @param capturedAt when the client paid
 * @param deadline when it must be the provider's or the client's again
 */
public record HeldFunds(
    BookingId booking, ProviderId provider, Money amount, Instant capturedAt, Instant deadline) {

  /**
   * For how many days after the capture money may be held, by the provider's country (ISO 3166-1
   * alpha-2; docs.stripe.com/connect/manual-payouts).
   */
  public static final Map<String, Integer> DAYS = Map.of("CA", 90, "US", 730, "TH", 10);

  /** The same where nothing else is known. */
  public static final int DAYS_ELSEWHERE = 90;

  /** How long before the deadline whoever runs the market is told. */
  public static final Duration NOTICE = Duration.ofDays(14);

  /** Why whoever runs the market has to look at it. */
  public enum Alarm {
    /** It may be held for no more than the time of notice. */
    NEAR,
    /** It may not be held any more. */
    PASSED
  }

  /** Until when money may be held that was taken then for somebody in that country. */
  public static Instant deadline(Instant capturedAt, String country) {
    return capturedAt.plus(Duration.ofDays(DAYS.getOrDefault(country, DAYS_ELSEWHERE)));
  }

  /** What there is to be told now; empty as long as there is time. */
  public Optional<Alarm> alarm(Instant now) {
    if (!now.isBefore(deadline)) {
      return Optional.of(Alarm.PASSED);
    }
    return now.isBefore(deadline.minus(NOTICE)) ? Optional.empty() : Optional.of(Alarm.NEAR);
  }
}
