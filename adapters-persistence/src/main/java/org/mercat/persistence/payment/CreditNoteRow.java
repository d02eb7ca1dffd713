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

/** Table {@code credit_note}; the amounts of its taxes are numbers with commas between them. */
record CreditNoteRow(
    UUID id,
    UUID invoiceId,
    int year,
    int sequence,
    String currency,
    long serviceMinor,
    String taxesMinor,
    long tipMinor,
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
        back.taxes().stream()
            .map(tax -> Long.toString(tax.minor()))
            .collect(Collectors.joining(",")),
        back.tip().minor(),
        note.issuedAt());
  }

  CreditNote toDomain() {
    return new CreditNote(
        new CreditNoteId(id),
        new InvoiceNumber(Series.CREDIT_NOTE, year, sequence),
        new InvoiceId(invoiceId),
        new Split(Money.of(serviceMinor, currency), taxes(), Money.of(tipMinor, currency)),
        issuedAt);
  }

  private List<Money> taxes() {
    return taxesMinor.isEmpty()
        ? List.of()
        : Arrays.stream(taxesMinor.split(",", -1))
            .map(amount -> Money.of(Long.parseLong(amount), currency))
            .toList();
  }
}
