package org.mercat.rest.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.mercat.application.payment.CreditNoteDetails.Outcome.Found;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.rest.shared.MoneyView;

/** A credit note on the wire. */
public record CreditNoteView(
    UUID id,
    String number,
    UUID invoice,
    String invoiceNumber,
    UUID booking,
    InvoiceView.Seller seller,
    InvoiceView.Buyer buyer,
    List<Line> lines,
    List<Tax> taxes,
    MoneyView subtotal,
    MoneyView tax,
    MoneyView total,
    Instant issuedAt) {

  /** What of the service, or of the tip, has gone back. */
  public record Line(String kind, MoneyView amount) {}

  /** What of one tax has gone back, at the rate at which it was charged. */
  public record Tax(
      TaxComponent component, long ratePpm, MoneyView amount, String rule, Optional<String> on) {}

  static CreditNoteView of(Found found) {
    var note = found.note();
    var invoice = found.invoice();
    var back = note.back();
    return new CreditNoteView(
        note.id().value(),
        note.number().text(),
        invoice.id().value(),
        invoice.number().text(),
        invoice.booking().value(),
        InvoiceView.Seller.of(invoice.seller()),
        InvoiceView.Buyer.of(invoice.buyer()),
        lines(note),
        taxes(note, invoice),
        MoneyView.of(back.service().plus(back.tip()).plus(back.customerFee())),
        MoneyView.of(back.tax().plus(back.customerFeeTax())),
        MoneyView.of(back.total()),
        note.issuedAt());
  }

  private static List<Line> lines(CreditNote note) {
    var lines = new ArrayList<Line>();
    add("service", note.back().service(), lines);
    add("tip", note.back().tip(), lines);
    add("customer_fee", note.back().customerFee(), lines);
    return lines;
  }

  private static void add(String kind, Money amount, List<Line> lines) {
    if (amount.isPositive()) {
      lines.add(new Line(kind, MoneyView.of(amount)));
    }
  }

  private static List<Tax> taxes(CreditNote note, Invoice invoice) {
    var back = note.back().allTaxes();
    return IntStream.range(0, invoice.taxes().size())
        .filter(at -> back.get(at).isPositive())
        .mapToObj(
            at -> {
              var tax = invoice.taxes().get(at);
              var line = tax.line();
              return new Tax(
                  line.component(),
                  line.rate().partsPerMillion(),
                  MoneyView.of(back.get(at)),
                  line.rule(),
                  InvoiceView.chargedOn(tax));
            })
        .toList();
  }
}
