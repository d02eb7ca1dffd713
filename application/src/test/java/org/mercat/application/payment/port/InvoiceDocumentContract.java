package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.InvoiceDocument.Paper;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.notification.Language;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNumber;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.Split;

/** What every adapter of {@link InvoiceDocument} promises. */
public interface InvoiceDocumentContract {

  InvoiceDocument document();

  /** What there is to read in a document; white space may be any. */
  String text(byte[] document);

  @Test
  default void an_invoice_says_who_sells_what_to_whom_for_how_much() {
    var text = read(paper(Optional.of("Merci bien.")), Language.EN);

    assertThat(text)
        .contains("INV-2030-000007", "Ménage Montréal", "Zoé Lefèvre-Beauséjour", "House cleaning")
        .contains("123456782RT0001", "H2Y 1C6", "Montréal", "Merci bien.")
        .contains("$75.00", "GST", "$3.75", "QST", "9.975", "$7.48", "$5.00", "$91.23")
        .contains("CN-2030-000001");
  }

  @Test
  default void it_is_in_the_language_of_its_reader() {
    var french = read(paper(Optional.empty()), Language.FR);

    assertThat(french).contains("Facture", "TPS", "TVQ", "9,975", "91,23");
    assertThat(french).doesNotContain("GST ");
    assertThat(read(paper(Optional.empty()), Language.EN)).contains("Invoice");
  }

  @Test
  default void a_credit_note_says_what_has_gone_back_of_which_invoice() {
    var invoice = invoice();
    var text = read(new Paper.OfCreditNote(note(invoice), invoice), Language.EN);

    assertThat(text)
        .contains("CN-2030-000001", "INV-2030-000007", "$10.00", "$0.50", "$1.00", "$11.50");
    assertThat(read(new Paper.OfCreditNote(note(invoice), invoice), Language.FR))
        .contains("Note de crédit");
  }

  @Test
  default void what_people_have_written_is_text_and_nothing_else() {
    var hostile = "<img src='http://127.0.0.1:1/x'/> & \"quoted\" {{ number }} \u0001]]>";

    var text = read(paper(Optional.of(hostile)), Language.EN);

    assertThat(text).contains("<img src='http://127.0.0.1:1/x'/> & \"quoted\" {{ number }}");
  }

  private String read(Paper paper, Language language) {
    return text(document().print(paper, language)).replaceAll("[\\s\u00a0\u202f]+", " ");
  }

  private static Paper paper(Optional<String> notes) {
    var invoice = invoice();
    return new Paper.OfInvoice(invoice, notes, List.of(note(invoice)));
  }

  private static Invoice invoice() {
    var charge = SamplePayments.charge(new BookingId(new UUID(0, 1)), Parties.any());
    var number = new InvoiceNumber(Series.INVOICE, 2030, 7);
    return SampleInvoices.paid(new InvoiceId(new UUID(0, 2)), number, charge);
  }

  private static CreditNote note(Invoice invoice) {
    return new CreditNote(
        new CreditNoteId(new UUID(0, 3)),
        new InvoiceNumber(Series.CREDIT_NOTE, 2030, 1),
        invoice.id(),
        new Split(cad(1_000), List.of(cad(50), cad(100)), cad(0)),
        NOW);
  }
}
