package org.mercat.persistence.payment;

import static org.mercat.persistence.payment.InvoiceNoteRow.Audience.BOTH;
import static org.mercat.persistence.payment.InvoiceNoteRow.Audience.SELLER;

import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.InvoiceNotebook;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNotes;
import org.mercat.persistence.payment.InvoiceNoteRow.Audience;
import org.mercat.persistence.shared.Sessions;

/** What is for both and what is internal are rows of their own: a client sees no more than one. */
public final class MyBatisInvoiceNotebook implements InvoiceNotebook {

  private final Sessions sessions;

  public MyBatisInvoiceNotebook(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public InvoiceNotes on(InvoiceId invoice) {
    var rows = mapper().ofInvoice(invoice.value());
    var version = rows.stream().mapToLong(InvoiceNoteRow::version).max().orElse(0);
    return new InvoiceNotes(text(rows, BOTH), text(rows, SELLER), version);
  }

  @Override
  public void write(InvoiceId invoice, InvoiceNotes notes) {
    write(invoice, new InvoiceNoteRow(BOTH, notes.shown().orElse(null), notes.version()));
    write(invoice, new InvoiceNoteRow(SELLER, notes.internal().orElse(null), notes.version()));
  }

  private void write(InvoiceId invoice, InvoiceNoteRow note) {
    if (mapper().write(invoice.value(), note) == 0) {
      throw new ConcurrencyConflict("notes of invoice " + invoice.value());
    }
  }

  private static Optional<String> text(List<InvoiceNoteRow> rows, Audience audience) {
    return rows.stream()
        .filter(row -> row.audience() == audience)
        .findFirst()
        .flatMap(row -> Optional.ofNullable(row.text()));
  }

  private InvoiceNoteMapper mapper() {
    return sessions.mapper(InvoiceNoteMapper.class);
  }
}
