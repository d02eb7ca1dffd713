package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.List;
import org.mercat.application.booking.port.SampleBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.Escrow;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Posting;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRate;

/** Money for tests. */
public final class SamplePayments {

  public static final Instant NOW = SampleBookings.A_WEEK_BEFORE;
  public static final List<TaxRate> TWO_TAXES =
      List.of(
          new TaxRate(TaxComponent.GST, Rate.percent(5), "ca-gst"),
          new TaxRate(TaxComponent.QST, new Rate(99_750), "ca-qc-qst"));

  private SamplePayments() {}

  /** 75.00 with two taxes and a tip of 5.00. */
  public static Charge charge(BookingId booking, Parties parties) {
    var service = cad(7_500);
    return new Charge(
        booking,
        parties.client(),
        parties.provider(),
        service,
        Tax.on(service, TWO_TAXES),
        cad(500));
  }

  public static Payment done(Payment.Transition transition) {
    return switch (transition) {
      case Payment.Transition.Done(var payment, _, _) -> payment;
      case Payment.Transition.Refused(var why) -> throw new IllegalArgumentException(why.name());
    };
  }

  /** An entry that takes the service of a booking in. */
  public static JournalEntry taken(String key, BookingId booking, Money amount) {
    return entry(key, Kind.CAPTURE, booking, Account.GATEWAY_CLEARING, amount);
  }

  /** An entry that gives of the service of a booking back. */
  public static JournalEntry givenBack(String key, BookingId booking, Money amount) {
    return entry(key, Kind.REFUND, booking, Account.REFUNDS_PAYABLE, amount.negated());
  }

  public static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }

  private static JournalEntry entry(
      String key, Kind kind, BookingId booking, Account account, Money debit) {
    var held = new Posting(new Escrow(booking).service(), debit.negated());
    return new JournalEntry(
        key, kind, BookingEvent.subject(booking), List.of(new Posting(account, debit), held), NOW);
  }
}
