package org.mercat.rest.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  public record Tax(TaxComponent component, long ratePpm, MoneyView amount, String rule) {}

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
        MoneyView.of(back.service().plus(back.tip())),
        MoneyView.of(back.tax()),
        MoneyView.of(back.total()),
        note.issuedAt());
  }

  private static List<Line> lines(CreditNote note) {
    var lines = new ArrayList<Line>();
    add("service", note.back().service(), lines);
    add("tip", note.back().tip(), lines);
    return lines;
  }

  private static void add(String kind, Money amount, List<Line> lines) {
    if (amount.isPositive()) {
      lines.add(new Line(kind, MoneyView.of(amount)));
    }
  }

  private static List<Tax> taxes(CreditNote note, Invoice invoice) {
    return IntStream.range(0, invoice.taxes().size())
        .filter(at -> note.back().taxes().get(at).isPositive())
        .mapToObj(
            at -> {
              var line = invoice.taxes().get(at).line();
              return new Tax(
                  line.component(),
                  line.rate().partsPerMillion(),
                  MoneyView.of(note.back().taxes().get(at)),
                  line.rule());
            })
        .toList();
  }
}
