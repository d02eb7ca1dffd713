package org.mercat.application.payment.port;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.domain.payment.InvoiceId;

public final class InMemoryCreditNotes implements CreditNotes, Store {

  private Map<CreditNoteId, CreditNote> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public CreditNoteId nextId() {
    return new CreditNoteId(TimeOrderedIds.next());
  }

  @Override
  public Optional<CreditNote> find(CreditNoteId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public List<CreditNote> of(InvoiceId invoice) {
    return stored.values().stream().filter(note -> note.invoice().equals(invoice)).toList();
  }

  @Override
  public void add(CreditNote note) {
    stored.put(note.id(), note);
  }
}
