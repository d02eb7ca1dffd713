package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.Split;

/** What every adapter of {@link CreditNotes} promises. */
public interface CreditNotesContract extends WithInvoices {

  CreditNotes creditNotes();

  @Test
  default void finds_what_was_added_and_those_of_an_invoice_in_their_order() {
    var invoice = issued(charge());
    var part = new Split(cad(1_000), List.of(cad(50), cad(100)), cad(0));
    var tip = new Split(cad(0), List.of(cad(0), cad(0)), cad(500));
    var first = added(invoice, part);
    var second = added(invoice, tip);

    assertThat(unitOfWork().run(() -> creditNotes().find(first.id()))).contains(first);
    assertThat(of(invoice.id())).containsExactly(first, second);
    assertThat(second.number().text()).isEqualTo("CN-2030-000002");
  }

  @Test
  default void keeps_what_of_the_customer_fee_has_gone_back() {
    var invoice = issued(charge());
    var back = new Split(cad(1_000), List.of(cad(50), cad(100)), cad(0), cad(63), List.of(cad(3)));

    assertThat(of(invoice.id())).isEmpty();
    var note = added(invoice, back);

    assertThat(of(invoice.id())).containsExactly(note);
  }

  @Test
  default void finds_nothing_where_nothing_went_back() {
    var invoice = issued(charge());

    assertThat(of(invoice.id())).isEmpty();
    var unknown = new CreditNoteId(UUID.randomUUID());
    assertThat(unitOfWork().run(() -> creditNotes().find(unknown))).isEmpty();
  }

  private CreditNote added(Invoice invoice, Split back) {
    return unitOfWork()
        .run(
            () -> {
              var seller = invoice.seller().provider();
              var number = invoices().nextNumber(seller, Series.CREDIT_NOTE, YEAR);
              var note = new CreditNote(creditNotes().nextId(), number, invoice.id(), back, NOW);
              creditNotes().add(note);
              return note;
            });
  }

  private List<CreditNote> of(InvoiceId invoice) {
    return unitOfWork().run(() -> creditNotes().of(invoice));
  }
}
