package org.mercat.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mercat.application.payment.port.InvoiceDocument.Paper;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.notification.Language;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceDue;
import org.mercat.domain.payment.InvoiceLine;
import org.mercat.domain.payment.InvoiceLine.Kind;
import org.mercat.domain.payment.InvoicePayment;
import org.mercat.domain.payment.InvoiceTax;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.TaxRegistration;

/** What the template puts on a paper, as texts in one language. */
final class PaperValues {

  private final Words words;
  private final Figures figures;

  PaperValues(Language language, ZoneBook zones) {
    words = new Words(language);
    figures = new Figures(words.locale(), zones);
  }

  Map<String, Object> of(Paper paper) {
    return switch (paper) {
      case Paper.OfInvoice(var invoice, var notes, var credits) -> of(invoice, notes, credits);
      case Paper.OfCreditNote(var note, var invoice) -> of(note, invoice);
    };
  }

  private Map<String, Object> of(
      Invoice invoice, Optional<String> notes, List<CreditNote> creditNotes) {
    var values = common(invoice);
    values.put("title", words.of("invoice"));
    values.put("number", invoice.number().text());
    values.put("status", words.of(invoice.status()));
    values.put("mood", invoice.status().name());
    values.put("hasBase", true);
    values.put("facts", facts(invoice));
    values.put("lines", invoice.lines().stream().map(this::line).toList());
    values.put(
        "taxes", invoice.taxes().stream().map(tax -> tax(tax, tax.line().amount())).toList());
    values.put("totals", totals(invoice));
    values.put("credits", creditNotes.stream().map(note -> credit(note, invoice)).toList());
    values.put("notes", notes.orElse(""));
    values.put("instructions", instructions(invoice));
    values.put("footer", words.of("footer.invoice"));
    return values;
  }

  private Map<String, Object> of(CreditNote note, Invoice invoice) {
    var back = note.back();
    var taxes = back.allTaxes();
    var values = common(invoice);
    values.put("title", words.of("creditNote"));
    values.put("number", note.number().text());
    values.put("status", "");
    values.put("mood", "CREDIT");
    values.put("hasBase", false);
    values.put(
        "facts",
        List.of(
            fact("issued", figures.of(note.issuedAt(), invoice.seller().zone())),
            fact("invoiceNumber", invoice.number().text())));
    values.put(
        "lines",
        Stream.of(
                new InvoiceLine(Kind.SERVICE, invoice.supplied().title(), back.service()),
                new InvoiceLine(Kind.TIP, "", back.tip()),
                new InvoiceLine(Kind.CUSTOMER_FEE, "", back.customerFee()))
            .filter(line -> line.amount().isPositive())
            .map(this::line)
            .toList());
    values.put(
        "taxes",
        IntStream.range(0, invoice.taxes().size())
            .filter(at -> taxes.get(at).isPositive())
            .mapToObj(at -> tax(invoice.taxes().get(at), taxes.get(at)))
            .toList());
    values.put(
        "totals",
        List.of(
            total("subtotal", back.service().plus(back.tip()).plus(back.customerFee()), false),
            total("totalTax", back.tax().plus(back.customerFeeTax()), false),
            total("credited", back.total(), true)));
    values.put("credits", List.of());
    values.put("notes", "");
    values.put("instructions", "");
    values.put("footer", words.of("footer.creditNote"));
    return values;
  }

  private Map<String, Object> common(Invoice invoice) {
    var seller = invoice.seller();
    var supplied = invoice.supplied();
    var values = new HashMap<String, Object>();
    values.put("language", words.of("language"));
    Stream.of(
            "seller",
            "buyer",
            "colon",
            "when",
            "placeOfSupply",
            "description",
            "amount",
            "tax",
            "rate",
            "base",
            "rule",
            "creditNotes")
        .forEach(key -> values.put(key + "Word", words.of(key)));
    values.put("notesWord", words.of("notes"));
    values.put("instructionsWord", words.of("instructions"));
    values.put("sellerName", seller.name());
    values.put(
        "sellerLines",
        List.of(
            seller.city().map(city -> city + ", ").orElse("")
                + seller.place().subdivision()
                + "  "
                + seller.postalCode(),
            figures.country(seller.place().country())));
    values.put(
        "registration",
        seller
            .registration()
            .map(TaxRegistration::number)
            .map(number -> words.of("registration") + words.of("colon") + " " + number)
            .orElse(""));
    values.put("buyerName", invoice.buyer().name());
    values.put("serviceTime", figures.of(supplied.slot(), supplied.zone()));
    values.put(
        "servicePlace",
        supplied.place().subdivision() + ", " + figures.country(supplied.place().country()));
    values.put(
        "currency", words.of("currency") + " " + invoice.refunded().currency().getCurrencyCode());
    values.put(
        "noTax",
        invoice.taxes().isEmpty() && seller.registration().isEmpty() ? words.of("noTax") : "");
    return values;
  }

  /** How to pay, as long as something is to be paid. */
  private static String instructions(Invoice invoice) {
    return invoice
        .due()
        .filter(_ -> invoice.balance().isPositive())
        .flatMap(InvoiceDue::instructions)
        .orElse("");
  }

  private List<Map<String, Object>> facts(Invoice invoice) {
    var zone = invoice.seller().zone();
    var facts = new ArrayList<Map<String, Object>>();
    facts.add(fact("issued", figures.of(invoice.issuedAt(), zone)));
    invoice.dueAt().ifPresent(due -> facts.add(fact("due", figures.of(due, zone))));
    invoice
        .payment()
        .map(InvoicePayment::at)
        .ifPresent(at -> facts.add(fact("paid", figures.of(at, zone))));
    invoice
        .payment()
        .map(InvoicePayment::method)
        .ifPresent(method -> facts.add(fact("method", words.of(method))));
    invoice.voidedAt().ifPresent(at -> facts.add(fact("voided", figures.of(at, zone))));
    return facts;
  }

  private List<Map<String, Object>> totals(Invoice invoice) {
    var totals = new ArrayList<Map<String, Object>>();
    totals.add(total("subtotal", invoice.subtotal(), false));
    totals.add(total("totalTax", invoice.tax(), false));
    totals.add(total("total", invoice.total(), true));
    totals.add(total("paidAmount", invoice.paid(), false));
    if (invoice.refunded().isPositive()) {
      totals.add(total("refunded", invoice.refunded(), false));
    }
    totals.add(total("balance", invoice.balance(), true));
    return totals;
  }

  private Map<String, Object> fact(String word, String text) {
    return Map.of("label", words.of(word), "text", text);
  }

  private Map<String, Object> line(InvoiceLine line) {
    var kind = words.of(line.kind());
    var isNamed = !line.text().isEmpty();
    return Map.of(
        "text",
        isNamed ? line.text() : kind,
        "kind",
        isNamed ? kind : "",
        "isService",
        line.kind() == Kind.SERVICE,
        "amount",
        figures.of(line.amount()));
  }

  private Map<String, Object> tax(InvoiceTax tax, Money amount) {
    var line = tax.line();
    var component = words.of(line.component());
    var onWhat = tax.onCustomerFee() ? " (" + words.of(Kind.CUSTOMER_FEE) + ")" : "";
    return Map.of(
        "name", component + onWhat,
        "rate", figures.of(line.rate()),
        "base", figures.of(line.base()),
        "rule", line.rule(),
        "source", tax.source().orElse(""),
        "amount", figures.of(amount));
  }

  private Map<String, Object> total(String word, Money amount, boolean isStrong) {
    return Map.of("label", words.of(word), "amount", figures.of(amount), "isStrong", isStrong);
  }

  private Map<String, Object> credit(CreditNote note, Invoice invoice) {
    return Map.of(
        "number", note.number().text(),
        "issued", figures.of(note.issuedAt(), invoice.seller().zone()),
        "amount", figures.of(note.back().total()));
  }
}
