package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNumber;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.Split;
import org.mercat.domain.shared.Money;

/**
 * Table {@code credit_note}; the amounts of its taxes are numbers with commas between them, those
 * on the customer fee last.
 */
record CreditNoteRow(
    UUID id,
    UUID invoiceId,
    int year,
    int sequence,
    String currency,
    long serviceMinor,
    String taxesMinor,
    int taxesOnService,
    long tipMinor,
    long customerFeeMinor,
    Instant issuedAt) {

  static CreditNoteRow of(CreditNote note) {
    var back = note.back();
    return new CreditNoteRow(
        note.id().value(),
        note.invoice().value(),
        note.number().year(),
        note.number().sequence(),
        back.service().currency().getCurrencyCode(),
        back.service().minor(),
        back.allTaxes().stream()
            .map(tax -> Long.toString(tax.minor()))
            .collect(Collectors.joining(",")),
        back.taxes().size(),
        back.tip().minor(),
        back.customerFee().minor(),
        note.issuedAt());
  }

  CreditNote toDomain() {
    return new CreditNote(
        new CreditNoteId(id),
        new InvoiceNumber(Series.CREDIT_NOTE, year, sequence),
        new InvoiceId(invoiceId),
        back(),
        issuedAt);
  }

  private Split back() {
    var lines = taxes();
    return new Split(
        Money.of(serviceMinor, currency),
        lines.subList(0, taxesOnService),
        Money.of(tipMinor, currency),
        Money.of(customerFeeMinor, currency),
        lines.subList(taxesOnService, lines.size()));
  }

  private List<Money> taxes() {
    return taxesMinor.isEmpty()
        ? List.of()
        : Arrays.stream(taxesMinor.split(",", -1))
            .map(amount -> Money.of(Long.parseLong(amount), currency))
            .toList();
  }
}
