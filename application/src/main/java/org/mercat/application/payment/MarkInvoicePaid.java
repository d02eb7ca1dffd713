package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.BookingParties.Parties;
import org.mercat.application.payment.port.DirectBookings;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.Invoice.Refusal;
import org.mercat.domain.payment.Invoice.Transition;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoicePayment;
import org.mercat.domain.payment.Receipt;
import org.mercat.domain.payment.Receipt.Means;
import org.mercat.domain.shared.Permission;

/**
 * A seller says that a client has paid him, by no gateway (ES-13). An administrator may say it for
 * him, which confirms it at once.
 */
public final class MarkInvoicePaid {

  /**
   * What has come.
   *
   * @param reference how the payment is named there, such as the number of a cheque
   */
  public record Command(
      Caller caller, InvoiceId invoice, Means means, Optional<String> reference) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Marked(InvoiceId invoice) implements Outcome {}

    record NotFound() implements Outcome {}

    /** The client does not say so himself; or it was denied to the caller. */
    record Forbidden() implements Outcome {}

    /** A gateway takes the money for it, and nobody else. */
    record PaidByGateway() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Access access;
  private final BookingParties parties;
  private final Invoices invoices;
  private final DirectBookings directBookings;
  private final SettleDirectBooking settleDirectBooking;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final UnitOfWork marketsUnitOfWork;
  private final InstantSource clock;

  /**
   * Puts the use case together.
   *
   * @param unitOfWork of the caller, who has to see the invoice
   * @param marketsUnitOfWork in which it is noted: nobody else writes on invoices
   */
  public MarkInvoicePaid(
      Access access,
      BookingParties parties,
      Invoices invoices,
      DirectBookings directBookings,
      SettleDirectBooking settleDirectBooking,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      UnitOfWork marketsUnitOfWork,
      InstantSource clock) {
    this.access = access;
    this.parties = parties;
    this.invoices = invoices;
    this.directBookings = directBookings;
    this.settleDirectBooking = settleDirectBooking;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketsUnitOfWork = marketsUnitOfWork;
    this.clock = clock;
  }

  /** The fee that may have become due by it is charged after the commit. */
  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.BOOKING_OWN)) {
      return new Outcome.Forbidden();
    }
    var found = unitOfWork.run(() -> invoices.find(command.invoice()));
    if (found.isEmpty()) {
      return new Outcome.NotFound();
    }
    var outcome = marketsUnitOfWork.run(() -> mark(command));
    if (outcome instanceof Outcome.Marked) {
      var _ = settleDirectBooking.handle(new SettleDirectBooking.Command(found.get().booking()));
    }
    return outcome;
  }

  private Outcome mark(Command command) {
    var invoice = invoices.find(command.invoice()).orElseThrow();
    return parties
        .of(invoice.booking())
        .map(party -> mark(command, invoice, party))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome mark(Command command, Invoice invoice, Parties party) {
    var caller = command.caller();
    var isSeller = access.owns(caller, party.provider());
    if (!isSeller && !access.may(caller, Permission.BOOKING_MANAGE)) {
      return access.takesPart(caller, party.persons())
          ? new Outcome.Forbidden()
          : new Outcome.NotFound();
    }
    if (directBookings.find(invoice.booking()).isEmpty()) {
      return new Outcome.PaidByGateway();
    }
    return stored(invoice.paid(payment(command, isSeller, clock.instant())));
  }

  private static InvoicePayment payment(Command command, boolean isSeller, Instant now) {
    var by = command.caller().user();
    var confirmed =
        isSeller
            ? Optional.<Receipt.Confirmation>empty()
            : Optional.of(new Receipt.Confirmation(by, now));
    return InvoicePayment.toTheSeller(
        new Receipt(command.means(), command.reference(), by, confirmed), now);
  }

  private Outcome stored(Transition transition) {
    return switch (transition) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var next, var event) -> {
        invoices.update(next);
        outbox.append(event);
        yield new Outcome.Marked(next.id());
      }
    };
  }
}
