package org.mercat.rest.payment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.payment.InvoiceDetails.Outcome.Found;
import org.mercat.domain.payment.BilledBooking;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceDue;
import org.mercat.domain.payment.InvoiceLine;
import org.mercat.domain.payment.InvoicePayment;
import org.mercat.domain.payment.InvoiceTax;
import org.mercat.domain.payment.Receipt;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRegistration;
import org.mercat.rest.shared.MoneyView;

/** An invoice on the wire. */
public record InvoiceView(
    UUID id,
    String number,
    UUID booking,
    String status,
    Seller seller,
    Buyer buyer,
    Supplied supplied,
    List<Line> lines,
    List<Tax> taxes,
    MoneyView subtotal,
    MoneyView tax,
    MoneyView total,
    MoneyView paid,
    MoneyView refunded,
    MoneyView balance,
    Optional<String> paymentMethod,
    Optional<Received> received,
    Optional<String> paymentInstructions,
    Instant issuedAt,
    Instant sentAt,
    Optional<Instant> dueAt,
    Optional<Instant> overdueAt,
    Optional<Instant> viewedAt,
    Optional<Instant> paidAt,
    Optional<Instant> refundedAt,
    Optional<Instant> voidedAt,
    Optional<String> notes,
    Optional<String> internalNotes,
    Optional<List<Credit>> creditNotes) {

  /** Who sells, as it was when the invoice was issued. */
  public record Seller(
      UUID provider,
      String name,
      Place place,
      String postalCode,
      Optional<String> city,
      Optional<String> taxRegistration) {

    static Seller of(BilledBooking.Seller seller) {
      return new Seller(
          seller.provider().value(),
          seller.name(),
          Place.of(seller.place()),
          seller.postalCode(),
          seller.city(),
          seller.registration().map(TaxRegistration::number));
    }
  }

  public record Buyer(UUID client, String name) {
    static Buyer of(BilledBooking.Buyer buyer) {
      return new Buyer(buyer.client().value(), buyer.name());
    }
  }

  public record Place(String country, String subdivision) {
    static Place of(Jurisdiction place) {
      return new Place(place.country(), place.subdivision());
    }
  }

  /** What was bought, when, and where it is supplied. */
  public record Supplied(
      String title, Instant start, Instant end, String zone, Place placeOfSupply) {

    static Supplied of(BilledBooking.Supplied supplied) {
      return new Supplied(
          supplied.title(),
          supplied.slot().from(),
          supplied.slot().to(),
          supplied.zone().getId(),
          Place.of(supplied.place()));
    }
  }

  /** An amount before tax. */
  public record Line(String kind, Optional<String> text, MoneyView amount) {
    static Line of(InvoiceLine line) {
      return new Line(
          line.kind().name().toLowerCase(Locale.ROOT),
          Optional.of(line.text()).filter(text -> !text.isEmpty()),
          MoneyView.of(line.amount()));
    }
  }

  /**
   * One tax; the rule says so, and the source where the law is to be read.
   *
   * @param on what it is charged on by the platform, if that is not what the seller sells
   */
  public record Tax(
      TaxComponent component,
      long ratePpm,
      MoneyView base,
      MoneyView amount,
      String rule,
      Optional<String> source,
      Optional<String> on) {

    static Tax of(InvoiceTax tax) {
      var line = tax.line();
      return new Tax(
          line.component(),
          line.rate().partsPerMillion(),
          MoneyView.of(line.base()),
          MoneyView.of(line.amount()),
          line.rule(),
          tax.source(),
          chargedOn(tax));
    }
  }

  static Optional<String> chargedOn(InvoiceTax tax) {
    return tax.onCustomerFee() ? Optional.of("customer_fee") : Optional.empty();
  }

  /** What is known of money that came by no gateway. */
  public record Received(String method, Optional<String> reference, Optional<Instant> confirmedAt) {

    static Received of(Receipt receipt) {
      return new Received(
          receipt.means().name().toLowerCase(Locale.ROOT),
          receipt.reference(),
          receipt.confirmed().map(Receipt.Confirmation::at));
    }
  }

  /** What has gone back. */
  public record Credit(UUID id, String number, MoneyView total, Instant issuedAt) {
    static Credit of(CreditNote note) {
      return new Credit(
          note.id().value(),
          note.number().text(),
          MoneyView.of(note.back().total()),
          note.issuedAt());
    }
  }

  /** One invoice with all that belongs to it. */
  static InvoiceView of(Found found) {
    return of(
        found.invoice(),
        found.notes().shown(),
        found.notes().internal(),
        Optional.of(found.creditNotes().stream().map(Credit::of).toList()));
  }

  /** One of a list: without its notes and credit notes. */
  static InvoiceView of(Invoice invoice) {
    return of(invoice, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static InvoiceView of(
      Invoice invoice,
      Optional<String> notes,
      Optional<String> internalNotes,
      Optional<List<Credit>> creditNotes) {
    var payment = invoice.payment();
    return new InvoiceView(
        invoice.id().value(),
        invoice.number().text(),
        invoice.booking().value(),
        invoice.status().name().toLowerCase(Locale.ROOT),
        Seller.of(invoice.seller()),
        Buyer.of(invoice.buyer()),
        Supplied.of(invoice.supplied()),
        invoice.lines().stream().map(Line::of).toList(),
        invoice.taxes().stream().map(Tax::of).toList(),
        MoneyView.of(invoice.subtotal()),
        MoneyView.of(invoice.tax()),
        MoneyView.of(invoice.total()),
        MoneyView.of(invoice.paid()),
        MoneyView.of(invoice.refunded()),
        MoneyView.of(invoice.balance()),
        payment.map(it -> it.method().name().toLowerCase(Locale.ROOT)),
        payment.flatMap(InvoicePayment::receipt).map(Received::of),
        invoice.due().filter(_ -> isOpen(invoice)).flatMap(InvoiceDue::instructions),
        invoice.issuedAt(),
        invoice.issuedAt(),
        invoice.dueAt(),
        invoice.due().filter(_ -> isOpen(invoice)).flatMap(InvoiceDue::overdueSince),
        invoice.viewedAt(),
        payment.map(InvoicePayment::at),
        invoice.refundedAt(),
        invoice.voidedAt(),
        notes,
        internalNotes,
        creditNotes);
  }

  /** Whether something is still to be paid. */
  private static boolean isOpen(Invoice invoice) {
    return invoice.balance().isPositive();
  }
}
