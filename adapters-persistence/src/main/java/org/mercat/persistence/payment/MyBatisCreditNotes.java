package org.mercat.persistence.payment;

import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.CreditNotes;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisCreditNotes implements CreditNotes {

  private final Sessions sessions;

  public MyBatisCreditNotes(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public CreditNoteId nextId() {
    return new CreditNoteId(Ids.next());
  }

  @Override
  public Optional<CreditNote> find(CreditNoteId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(CreditNoteRow::toDomain);
  }

  @Override
  public List<CreditNote> of(InvoiceId invoice) {
    return mapper().ofInvoice(invoice.value()).stream().map(CreditNoteRow::toDomain).toList();
  }

  @Override
  public void add(CreditNote note) {
    if (mapper().insert(CreditNoteRow.of(note)) == 0) {
      throw new IllegalStateException("no invoice of " + note.number().text());
    }
  }

  private CreditNoteMapper mapper() {
    return sessions.mapper(CreditNoteMapper.class);
  }
}
