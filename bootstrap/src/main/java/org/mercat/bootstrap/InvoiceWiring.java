package org.mercat.bootstrap;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.payment.AnnotateInvoice;
import org.mercat.application.payment.CreditNoteDetails;
import org.mercat.application.payment.InvoiceDetails;
import org.mercat.application.payment.InvoiceList;
import org.mercat.application.payment.IssueCreditNote;
import org.mercat.application.payment.IssueInvoice;
import org.mercat.application.payment.PrintInvoice;
import org.mercat.application.payment.VoidInvoice;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.CreditNotes;
import org.mercat.application.payment.port.InvoiceNotebook;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.documents.PdfInvoiceDocument;
import org.mercat.domain.payment.PaymentEvent.PaymentCaptured;
import org.mercat.domain.payment.PaymentEvent.RefundPaid;
import org.mercat.persistence.payment.MyBatisBilledBookings;
import org.mercat.persistence.payment.MyBatisCreditNotes;
import org.mercat.persistence.payment.MyBatisInvoiceNotebook;
import org.mercat.persistence.payment.MyBatisInvoices;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Sessions;

/** Invoices and credit notes, which come of the money of bookings. */
final class InvoiceWiring {

  @Produces
  @Singleton
  Invoices invoices(Sessions sessions) {
    return new MyBatisInvoices(sessions);
  }

  @Produces
  @Singleton
  CreditNotes creditNotes(Sessions sessions) {
    return new MyBatisCreditNotes(sessions);
  }

  @Produces
  @Singleton
  InvoiceNotebook notebook(Sessions sessions) {
    return new MyBatisInvoiceNotebook(sessions);
  }

  @Produces
  @Singleton
  InvoiceDetails invoiceDetails(
      Access access,
      BookingParties parties,
      Invoices invoices,
      CreditNotes creditNotes,
      InvoiceNotebook notebook,
      Disclosures disclosures,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      @InRole(
              value = DatabaseRole.MARKET,
              because = "the client who reads an invoice may not write on it")
          UnitOfWork marketsUnitOfWork,
      MarketClock market) {
    return new InvoiceDetails(
        access,
        parties,
        invoices,
        creditNotes,
        notebook,
        disclosures,
        outbox,
        unitOfWork,
        marketsUnitOfWork,
        market);
  }

  @Produces
  @Singleton
  InvoiceList invoiceList(
      Access access, Invoices invoices, Disclosures disclosures, UnitOfWork unitOfWork) {
    return new InvoiceList(access, invoices, disclosures, unitOfWork);
  }

  @Produces
  @Singleton
  CreditNoteDetails creditNoteDetails(
      Access access, CreditNotes creditNotes, InvoiceDetails details, UnitOfWork unitOfWork) {
    return new CreditNoteDetails(access, creditNotes, details, unitOfWork);
  }

  @Produces
  @Singleton
  PrintInvoice printInvoice(InvoiceDetails details, CreditNoteDetails creditNotes, ZoneBook zones) {
    return new PrintInvoice(details, creditNotes, new PdfInvoiceDocument(zones));
  }

  @Produces
  @Singleton
  AnnotateInvoice annotateInvoice(
      Access access,
      BookingParties parties,
      Invoices invoices,
      InvoiceNotebook notebook,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new AnnotateInvoice(access, parties, invoices, notebook, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  VoidInvoice voidInvoice(
      Access access,
      Invoices invoices,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new VoidInvoice(access, invoices, outbox, unitOfWork, market);
  }

  void react(
      @Observes Startup event,
      Reactions reactions,
      Sessions sessions,
      Payments payments,
      Invoices invoices,
      CreditNotes creditNotes,
      ZoneBook zones,
      EventOutbox outbox) {
    var billedBookings = new MyBatisBilledBookings(sessions);
    var issueInvoice = new IssueInvoice(payments, billedBookings, invoices, zones, outbox);
    var issueCreditNote = new IssueCreditNote(payments, invoices, creditNotes, zones, outbox);
    reactions.on(PaymentCaptured.class, issueInvoice::handle);
    reactions.on(RefundPaid.class, issueCreditNote::handle);
  }
}
