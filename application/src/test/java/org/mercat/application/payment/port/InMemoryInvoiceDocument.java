package org.mercat.application.payment.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.mercat.domain.notification.Language;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRegistration;

/** Papers of plain text: a line for everything that has to be told. */
public final class InMemoryInvoiceDocument implements InvoiceDocument {

  private static final int DECIMALS_OF_PERCENT = 4;

  @Override
  public byte[] print(Paper paper, Language language) {
    var lines = new ArrayList<String>();
    switch (paper) {
      case Paper.OfInvoice(var invoice, var notes, var creditNotes) -> {
        lines.add((language == Language.EN ? "Invoice " : "Facture ") + invoice.number().text());
        addParties(invoice, lines);
        invoice
            .lines()
            .forEach(line -> lines.add(line.text() + " " + money(line.amount(), language)));
        invoice
            .taxes()
            .forEach(
                tax ->
                    lines.add(
                        name(tax.line().component(), language)
                            + " "
                            + percent(tax.line().rate().partsPerMillion(), language)
                            + " "
                            + money(tax.line().amount(), language)));
        lines.add(money(invoice.total(), language));
        creditNotes.forEach(note -> lines.add(note.number().text()));
        notes.ifPresent(lines::add);
      }
      case Paper.OfCreditNote(var note, var invoice) -> {
        lines.add((language == Language.EN ? "Credit note " : "Note de crédit ") + number(note));
        lines.add(invoice.number().text());
        addParties(invoice, lines);
        addBack(note, language, lines);
      }
    }
    return String.join("\n", lines).getBytes(UTF_8);
  }

  private static void addParties(Invoice invoice, List<String> lines) {
    var seller = invoice.seller();
    lines.add(seller.name() + ", " + seller.city().orElse("") + " " + seller.postalCode());
    lines.add(seller.registration().map(TaxRegistration::number).orElse(""));
    lines.add(invoice.buyer().name());
  }

  private static void addBack(CreditNote note, Language language, List<String> lines) {
    lines.add(money(note.back().service(), language));
    note.back().taxes().forEach(tax -> lines.add(money(tax, language)));
    lines.add(money(note.back().total(), language));
  }

  private static String number(CreditNote note) {
    return note.number().text();
  }

  private static String name(TaxComponent component, Language language) {
    if (language == Language.EN) {
      return component.name();
    }
    return switch (component) {
      case GST -> "TPS";
      case PST -> "TVP";
      case QST -> "TVQ";
      case HST -> "TVH";
    };
  }

  private static String percent(long ppm, Language language) {
    var format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(DECIMALS_OF_PERCENT);
    return format.format(BigDecimal.valueOf(ppm, DECIMALS_OF_PERCENT)) + " %";
  }

  private static String money(Money money, Language language) {
    return NumberFormat.getCurrencyInstance(language.locale())
        .format(BigDecimal.valueOf(money.minor(), money.currency().getDefaultFractionDigits()));
  }
}
