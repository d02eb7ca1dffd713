package org.mercat.application.payment.port;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNotes;

public final class InMemoryInvoiceNotebook implements InvoiceNotebook, Store {

  private Map<InvoiceId, InvoiceNotes> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public InvoiceNotes on(InvoiceId invoice) {
    return stored.getOrDefault(invoice, InvoiceNotes.NONE);
  }

  @Override
  public void write(InvoiceId invoice, InvoiceNotes notes) {
    if (on(invoice).version() != notes.version()) {
      throw new ConcurrencyConflict(invoice.toString());
    }
    stored.put(invoice, new InvoiceNotes(notes.shown(), notes.internal(), notes.version() + 1));
  }
}
