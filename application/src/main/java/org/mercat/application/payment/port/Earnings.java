package org.mercat.application.payment.port;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.payment.Transfer;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * Driven port: what providers have earned, booking by booking, with its transfers. Every adapter
 * must pass {@code EarningsContract}.
 */
public interface Earnings {

  Optional<Earning> find(BookingId booking);

  /**
   * Stores the first earning of a booking, without transfers.
   *
   * @throws ConcurrencyConflict if the booking has one already
   */
  void add(Earning earning);

  /**
   * Stores the earning as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(Earning earning);

  /** In which currencies something is to be transferred. */
  Set<Currency> currenciesDue(ProviderId provider);

  /**
   * Those of which something is to be transferred, the oldest first; frozen ones are left out.
   *
   * @param most how many at the most
   */
  List<Earning> due(ProviderId provider, Currency currency, int most);

  /** The transfers that are the legs of a payout, the oldest earning first. */
  List<Leg> legsOf(PayoutId payout);

  /**
   * Those of which more has been transferred than was earned, the newest first.
   *
   * @param most how many at the most
   */
  List<Earning> owing(ProviderId provider, Currency currency, int most);

  /** What of a provider's earnings is about to be transferred, one sum for each currency. */
  List<Money> underWay(ProviderId provider);

  /** What of a provider's transfers has been asked back, and neither came back nor stayed. */
  Money reversing(ProviderId provider, Currency currency);

  /** A transfer and whose it is. */
  record Leg(BookingId booking, Transfer transfer) {}
}
