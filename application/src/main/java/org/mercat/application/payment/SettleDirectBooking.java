package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.BilledBookings;
import org.mercat.application.payment.port.DirectBookings;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.BilledBooking;
import org.mercat.domain.payment.DirectBooking;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.Invoice.Transition;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.InvoiceStatus;
import org.mercat.domain.payment.JournalEntry;

/**
 * Does what has become due for a booking whose client pays the provider himself, after the commit
 * of what has made it due: an invoice is issued as soon as the booking stands and taken back when
 * it is off, and the fee is charged when the work is done and paid for. Only the market writes
 * invoices, so this is no reaction; safe to repeat.
 */
public final class SettleDirectBooking {

  public record Command(BookingId booking) {}

  /** What came of it. */
  public enum Outcome {
    /** It is as it has to be. */
    SETTLED,
    /** Its client pays by a gateway. */
    NOT_DIRECT
  }

  private final DirectBookings directBookings;
  private final BilledBookings billedBookings;
  private final Invoices invoices;
  private final Earnings earnings;
  private final Ledger ledger;
  private final ZoneBook zones;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public SettleDirectBooking(
      DirectBookings directBookings,
      BilledBookings billedBookings,
      Invoices invoices,
      Earnings earnings,
      Ledger ledger,
      ZoneBook zones,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.directBookings = directBookings;
    this.billedBookings = billedBookings;
    this.invoices = invoices;
    this.earnings = earnings;
    this.ledger = ledger;
    this.zones = zones;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Two may do it at the same moment: whoever comes second finds it done. */
  public Outcome handle(Command command) {
    return SecondTry.at(
        () ->
            unitOfWork.run(
                () ->
                    directBookings
                        .find(command.booking())
                        .map(this::settle)
                        .orElse(Outcome.NOT_DIRECT)));
  }

  private Outcome settle(DirectBooking booking) {
    var now = clock.instant();
    var invoice = invoices.ofBooking(booking.booking());
    switch (booking.stage()) {
      case AGREED -> {
        if (invoice.isEmpty()) {
          issue(booking, now);
        }
      }
      case DONE ->
          invoice.ifPresentOrElse(it -> charge(booking, it, now), () -> issue(booking, now));
      case OFF -> takeBack(booking, invoice, now);
    }
    return Outcome.SETTLED;
  }

  private void issue(DirectBooking booking, Instant now) {
    var billed = billed(booking.booking());
    var year = zones.zone(billed.seller().zone()).dayOf(now).getYear();
    var number = invoices.nextNumber(booking.charge().provider(), Series.INVOICE, year);
    var due = Optional.of(booking.due());
    var issued = Invoice.issue(invoices.nextId(), number, booking.charge(), billed, due, now);
    invoices.add(issued.invoice());
    outbox.append(issued.event());
  }

  private BilledBooking billed(BookingId booking) {
    return billedBookings
        .find(booking)
        .orElseThrow(() -> new IllegalStateException("nothing is known of " + booking));
  }

  /** The provider has his money, so the platform gets its fee; what is void brings none. */
  private void charge(DirectBooking booking, Invoice invoice, Instant now) {
    if (invoice.payment().isPresent()) {
      if (earnings.find(booking.booking()).isEmpty()) {
        booking.feeEntry(now).ifPresent(entry -> charge(booking, entry));
      }
      directBookings.settle(booking.booking());
    } else if (invoice.status() == InvoiceStatus.VOID) {
      directBookings.settle(booking.booking());
    }
  }

  private void charge(DirectBooking booking, JournalEntry fee) {
    ledger.post(fee);
    var debt = booking.feeTotal().negated();
    earnings.add(Earning.released(booking.booking(), booking.charge().provider(), debt, fee.at()));
  }

  private void takeBack(DirectBooking booking, Optional<Invoice> invoice, Instant now) {
    invoice
        .map(it -> it.voided(now))
        .ifPresent(
            transition -> {
              if (transition instanceof Transition.Done(var next, var event)) {
                invoices.update(next);
                outbox.append(event);
              }
            });
    directBookings.settle(booking.booking());
  }
}
