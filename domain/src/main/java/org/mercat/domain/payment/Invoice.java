package org.mercat.domain.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.BilledBooking.Buyer;
import org.mercat.domain.payment.BilledBooking.Seller;
import org.mercat.domain.payment.BilledBooking.Supplied;
import org.mercat.domain.payment.Invoice.Transition.Done;
import org.mercat.domain.payment.Invoice.Transition.Refused;
import org.mercat.domain.payment.InvoiceEvent.CreditNoteIssued;
import org.mercat.domain.payment.InvoiceEvent.InvoiceIssued;
import org.mercat.domain.payment.InvoiceEvent.InvoiceOverdue;
import org.mercat.domain.payment.InvoiceEvent.InvoicePaid;
import org.mercat.domain.payment.InvoiceEvent.InvoicePaymentConfirmed;
import org.mercat.domain.payment.InvoiceEvent.InvoiceViewed;
import org.mercat.domain.payment.InvoiceEvent.InvoiceVoided;
import org.mercat.domain.payment.InvoiceLine.Kind;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.TaxLine;

/**
 * What a seller asks of a client for one booking, under a number that is never used again. What it
 * says of parties and amounts stays as it was issued; what goes back stands on credit notes.
 * Immutable: every command returns the next invoice, or why not.
 *
 * @param taxes line for line those of the charge, first those on the service
 * @param due until when it is to be paid; empty if it was paid when it was issued
 * @param refunded what stands on its credit notes
 * @param voidedAt since when it asks for nothing any more
 */
public record Invoice(
    InvoiceId id,
    InvoiceNumber number,
    BookingId booking,
    Seller seller,
    Buyer buyer,
    Supplied supplied,
    List<InvoiceLine> lines,
    List<InvoiceTax> taxes,
    Instant issuedAt,
    Optional<InvoiceDue> due,
    Optional<Instant> viewedAt,
    Optional<InvoicePayment> payment,
    Money refunded,
    Optional<Instant> refundedAt,
    Optional<Instant> voidedAt,
    long version) {

  public Invoice {
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
    if (number.series() != InvoiceNumber.Series.INVOICE || lines.isEmpty()) {
      throw new IllegalArgumentException("no invoice: " + number.text() + " of " + lines);
    }
  }

  /** What a command makes of an invoice. */
  public sealed interface Transition {
    record Done(Invoice invoice, InvoiceEvent event) implements Transition {}

    record Refused(Refusal why) implements Transition {}
  }

  /** Why a command is not possible now. */
  public enum Refusal {
    /** It is paid: what was paid for is corrected by a credit note, and never undone. */
    PAID,
    VOID,
    /** The client has opened it before. */
    VIEWED,
    /** More would go back than was paid. */
    CREDIT_EXCEEDS_REST,
    /** There is still time to pay it, or it has been noticed that there is none. */
    NOT_OVERDUE,
    /** Nobody has said that it was paid, or it was confirmed before. */
    NOTHING_TO_CONFIRM
  }

  /** Sends the client what is to be paid for a booking. */
  public static Done issue(
      InvoiceId id, InvoiceNumber number, Charge charge, BilledBooking billed, Instant now) {
    return issue(id, number, charge, billed, Optional.empty(), now);
  }

  /** The same, to be paid until then. */
  public static Done issue(
      InvoiceId id,
      InvoiceNumber number,
      Charge charge,
      BilledBooking billed,
      Optional<InvoiceDue> due,
      Instant now) {
    var invoice =
        new Invoice(
            id,
            number,
            charge.booking(),
            billed.seller(),
            billed.buyer(),
            billed.supplied(),
            lines(charge, billed.supplied()),
            taxes(charge, billed),
            now,
            due,
            Optional.empty(),
            Optional.empty(),
            Money.zero(charge.service().currency()),
            Optional.empty(),
            Optional.empty(),
            0);
    return new Done(invoice, new InvoiceIssued(id, charge.booking(), invoice.total(), now));
  }

  private static List<InvoiceLine> lines(Charge charge, Supplied supplied) {
    var lines = new ArrayList<InvoiceLine>();
    lines.add(new InvoiceLine(Kind.SERVICE, supplied.title(), charge.service()));
    if (charge.tip().isPositive()) {
      lines.add(new InvoiceLine(Kind.TIP, "", charge.tip()));
    }
    if (charge.customerFee().amount().isPositive()) {
      lines.add(new InvoiceLine(Kind.CUSTOMER_FEE, "", charge.customerFee().amount()));
    }
    return lines;
  }

  private static List<InvoiceTax> taxes(Charge charge, BilledBooking billed) {
    return Stream.concat(
            charge.taxes().stream().map(line -> tax(line, billed, false)),
            charge.customerFee().taxes().stream().map(line -> tax(line, billed, true)))
        .toList();
  }

  private static InvoiceTax tax(TaxLine line, BilledBooking billed, boolean onCustomerFee) {
    var source = Optional.ofNullable(billed.sources().get(line.rule()));
    return new InvoiceTax(line, source, onCustomerFee);
  }

  /** All of it has been paid. */
  public Transition paid(InvoicePayment by) {
    return switch (status()) {
      case SENT, VIEWED, OVERDUE ->
          new Done(
              with(due, viewedAt, Optional.of(by), voidedAt),
              new InvoicePaid(id, total(), by.at()));
      case PAID, PARTIALLY_REFUNDED, REFUNDED -> new Refused(Refusal.PAID);
      case VOID -> new Refused(Refusal.VOID);
    };
  }

  /** The client has opened it; what counts is the first time. */
  public Transition viewed(Instant now) {
    return viewedAt.isPresent()
        ? new Refused(Refusal.VIEWED)
        : new Done(with(due, Optional.of(now), payment, voidedAt), new InvoiceViewed(id, now));
  }

  /** It asks for nothing any more. */
  public Transition voided(Instant now) {
    return switch (status()) {
      case SENT, VIEWED, OVERDUE ->
          new Done(with(due, viewedAt, payment, Optional.of(now)), new InvoiceVoided(id, now));
      case PAID, PARTIALLY_REFUNDED, REFUNDED -> new Refused(Refusal.PAID);
      case VOID -> new Refused(Refusal.VOID);
    };
  }

  /** Whoever got the money has said so before; now an administrator says it, too. */
  public Transition confirmed(UserId by, Instant now) {
    return payment
        .flatMap(InvoicePayment::receipt)
        .filter(receipt -> receipt.confirmed().isEmpty())
        .map(receipt -> receipt.confirmed(new Receipt.Confirmation(by, now)))
        .<Transition>map(
            receipt ->
                new Done(
                    with(due, viewedAt, payment.map(paid -> paid.with(receipt)), voidedAt),
                    new InvoicePaymentConfirmed(id, now)))
        .orElseGet(() -> new Refused(Refusal.NOTHING_TO_CONFIRM));
  }

  /** Nobody has paid in time. */
  public Transition overdue(Instant now) {
    return switch (status()) {
      case SENT, VIEWED ->
          due.filter(until -> now.isAfter(until.at()))
              .<Transition>map(
                  until ->
                      new Done(
                          with(Optional.of(until.overdue(now)), viewedAt, payment, voidedAt),
                          new InvoiceOverdue(id, until.at(), now)))
              .orElseGet(() -> new Refused(Refusal.NOT_OVERDUE));
      case PAID, PARTIALLY_REFUNDED, REFUNDED -> new Refused(Refusal.PAID);
      case VOID -> new Refused(Refusal.VOID);
      case OVERDUE -> new Refused(Refusal.NOT_OVERDUE);
    };
  }

  /** A part of what was paid has gone back, as this note says. */
  public Transition credited(CreditNote note) {
    var back = refunded.plus(note.back().total());
    if (back.compareTo(paid()) > 0) {
      return new Refused(Refusal.CREDIT_EXCEEDS_REST);
    }
    var next =
        new Invoice(
            id,
            number,
            booking,
            seller,
            buyer,
            supplied,
            lines,
            taxes,
            issuedAt,
            due,
            viewedAt,
            payment,
            back,
            Optional.of(note.issuedAt()),
            voidedAt,
            version);
    return new Done(
        next, new CreditNoteIssued(id, note.id(), note.back().total(), note.issuedAt()));
  }

  public InvoiceStatus status() {
    if (voidedAt.isPresent()) {
      return InvoiceStatus.VOID;
    }
    if (payment.isEmpty() && due.flatMap(InvoiceDue::overdueSince).isPresent()) {
      return InvoiceStatus.OVERDUE;
    }
    if (payment.isEmpty()) {
      return viewedAt.isPresent() ? InvoiceStatus.VIEWED : InvoiceStatus.SENT;
    }
    if (refunded.isZero()) {
      return InvoiceStatus.PAID;
    }
    return refunded.equals(total()) ? InvoiceStatus.REFUNDED : InvoiceStatus.PARTIALLY_REFUNDED;
  }

  public Optional<Instant> dueAt() {
    return due.map(InvoiceDue::at);
  }

  /** What it is for, before tax. */
  public Money subtotal() {
    return lines.stream().map(InvoiceLine::amount).reduce(zero(), Money::plus);
  }

  public Money tax() {
    return taxes.stream().map(tax -> tax.line().amount()).reduce(zero(), Money::plus);
  }

  public Money total() {
    return subtotal().plus(tax());
  }

  public Money paid() {
    return payment.isPresent() ? total() : zero();
  }

  /** What is still to be paid. */
  public Money balance() {
    return voidedAt.isPresent() ? zero() : total().minus(paid());
  }

  private Money zero() {
    return Money.zero(refunded.currency());
  }

  private Invoice with(
      Optional<InvoiceDue> until,
      Optional<Instant> opened,
      Optional<InvoicePayment> by,
      Optional<Instant> undone) {
    return new Invoice(
        id,
        number,
        booking,
        seller,
        buyer,
        supplied,
        lines,
        taxes,
        issuedAt,
        until,
        opened,
        by,
        refunded,
        refundedAt,
        undone,
        version);
  }
}
