package org.mercat.domain.payment;

import static org.mercat.domain.payment.Account.PLATFORM_FEE_TAX_PAYABLE;
import static org.mercat.domain.payment.Account.PLATFORM_REVENUE;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.JournalEntry.Line;
import org.mercat.domain.shared.Money;

/**
 * A booking whose client pays the provider himself. The market never has the money: what is tracked
 * is the invoice, and what the platform gets is a debt of the provider, which his payouts net.
 *
 * @param fee the platform's terms as they were agreed on
 * @param due until when the client is to pay, and how
 */
public record DirectBooking(Charge charge, Stage stage, FeeTerms fee, InvoiceDue due) {

  /** How long after the end of the work the client has to pay. */
  public static final Duration TIME_TO_PAY = Duration.ofDays(7);

  /** How far the booking has come, as far as its money is concerned. */
  public enum Stage {
    /** The work is still to be done, or to be confirmed. */
    AGREED,
    /** The work is done and confirmed: the fee is due as soon as the client has paid. */
    DONE,
    /** Called off, or the client did not come: what nobody has paid is not to be paid. */
    OFF
  }

  public BookingId booking() {
    return charge.booking();
  }

  /** What the provider owes the platform for the work that he was paid for. */
  public Money feeTotal() {
    return fee.on(charge.service()).total();
  }

  /** The entry that says so; empty where there is no fee. Posted once. */
  public Optional<JournalEntry> feeEntry(Instant now) {
    var platformFee = fee.on(charge.service());
    if (platformFee.total().isZero()) {
      return Optional.empty();
    }
    var lines =
        Stream.of(
            new Line(Account.provider(charge.provider()), platformFee.total()),
            new Line(PLATFORM_REVENUE, platformFee.amount().negated()),
            new Line(PLATFORM_FEE_TAX_PAYABLE, platformFee.tax().negated()));
    return Optional.of(
        JournalEntry.of(
            "booking:" + booking().value() + ":fee",
            Kind.DIRECT_FEE,
            BookingEvent.subject(booking()),
            now,
            lines));
  }
}
