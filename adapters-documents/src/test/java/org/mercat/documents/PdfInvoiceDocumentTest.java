package org.mercat.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.InvoiceDocument;
import org.mercat.application.payment.port.InvoiceDocument.Paper;
import org.mercat.application.payment.port.InvoiceDocumentContract;
import org.mercat.application.payment.port.SampleInvoices;
import org.mercat.application.payment.port.SamplePayments;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.notification.Language;
import org.mercat.domain.payment.BilledBooking.Buyer;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNumber;
import org.mercat.domain.payment.InvoiceNumber.Series;

class PdfInvoiceDocumentTest implements InvoiceDocumentContract {

  private static final PdfInvoiceDocument DOCUMENT = new PdfInvoiceDocument(new InMemoryZoneBook());

  @Override
  public InvoiceDocument document() {
    return DOCUMENT;
  }

  @Override
  public String text(byte[] document) {
    try (var pdf = Loader.loadPDF(document)) {
      var lineThatEndsWithAHyphen = "-\\s*\\R";
      return new PDFTextStripper().getText(pdf).replaceAll(lineThatEndsWithAHyphen, "-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void it_is_a_pdf_whose_fonts_are_all_in_it() throws IOException {
    var document = DOCUMENT.print(paper("Ada Lovelace"), Language.EN);

    assertThat(new String(Arrays.copyOf(document, 5), StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    try (var pdf = Loader.loadPDF(document)) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Invoice INV-2030-000007");
      var resources = pdf.getPage(0).getResources();
      for (var name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).isTrue();
        assertThat(resources.getFont(name).getName()).contains("DejaVu");
      }
    }
  }

  @Test
  void a_long_name_without_a_gap_does_not_leave_the_page() throws IOException {
    var document = DOCUMENT.print(paper("Ł".repeat(200)), Language.FR);

    assertThat(text(document).replaceAll("\\s", "")).contains("Ł".repeat(200));
    try (var pdf = Loader.loadPDF(document)) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void an_invoice_that_is_open_says_until_when_and_how_to_pay() {
    var charge = SamplePayments.charge(new BookingId(new UUID(0, 1)), Parties.any());
    var number = new InvoiceNumber(Series.INVOICE, 2030, 7);
    var id = new InvoiceId(new UUID(0, 2));
    var due = SampleInvoices.due(id, number, charge, SamplePayments.NOW);
    var overdue = SampleInvoices.done(due.overdue(SamplePayments.NOW.plusMillis(1)));

    for (var invoice : List.of(due, overdue)) {
      var paper = new Paper.OfInvoice(invoice, Optional.empty(), List.of());
      assertThat(text(DOCUMENT.print(paper, Language.FR)))
          .contains("Échéance", "COMMENT PAYER", "Cash, please.", "91,23");
    }
    var paid = SampleInvoices.done(due.paid(SampleInvoices.cash(charge)));
    assertThat(
            text(
                DOCUMENT.print(
                    new Paper.OfInvoice(paid, Optional.empty(), List.of()), Language.EN)))
        .contains("Direct payment")
        .doesNotContain("Cash, please.");
  }

  private static Paper paper(String buyer) {
    var charge = SamplePayments.charge(new BookingId(new UUID(0, 1)), Parties.any());
    var number = new InvoiceNumber(Series.INVOICE, 2030, 7);
    var invoice = SampleInvoices.paid(new InvoiceId(new UUID(0, 2)), number, charge);
    var named =
        new Invoice(
            invoice.id(),
            invoice.number(),
            invoice.booking(),
            invoice.seller(),
            new Buyer(invoice.buyer().client(), buyer),
            invoice.supplied(),
            invoice.lines(),
            invoice.taxes(),
            invoice.issuedAt(),
            invoice.due(),
            invoice.viewedAt(),
            invoice.payment(),
            invoice.refunded(),
            invoice.refundedAt(),
            invoice.voidedAt(),
            invoice.version());
    return new Paper.OfInvoice(named, Optional.empty(), List.of());
  }
}
