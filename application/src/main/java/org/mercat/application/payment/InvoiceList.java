package org.mercat.application.payment;

import java.util.Set;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceEvent;
import org.mercat.domain.payment.InvoiceStatus;
import org.mercat.domain.shared.Permission;

/** Invoices, newest first: those of the caller, or all of them for administrators. */
public final class InvoiceList {

  /**
   * What is asked for.
   *
   * @param statuses only invoices in one of these; empty for all
   */
  public record Query(Caller caller, Scope scope, Set<InvoiceStatus> statuses, PageRequest page) {}

  /** Whose invoices. */
  public enum Scope {
    /** In which the caller is the client or the seller. */
    OWN,
    ALL
  }

  /** What was found. */
  public sealed interface Outcome {
    record Listed(Page<Invoice> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final Invoices invoices;
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;

  public InvoiceList(
      Access access, Invoices invoices, Disclosures disclosures, UnitOfWork unitOfWork) {
    this.access = access;
    this.invoices = invoices;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return switch (query.scope()) {
      case OWN -> {
        if (!access.may(query.caller(), Permission.BOOKING_OWN)) {
          yield new Outcome.Forbidden();
        }
        yield new Outcome.Listed(unitOfWork.run(() -> own(query)));
      }
      case ALL -> {
        if (!access.may(query.caller(), Permission.BOOKING_READ_ANY)) {
          yield new Outcome.Forbidden();
        }
        yield new Outcome.Listed(unitOfWork.run(() -> all(query)));
      }
    };
  }

  private Page<Invoice> own(Query query) {
    return invoices.ofParty(query.caller().user(), query.statuses(), query.page());
  }

  private Page<Invoice> all(Query query) {
    var page = invoices.all(query.statuses(), query.page());
    disclosures.shown(
        page.items().stream().map(invoice -> InvoiceEvent.subject(invoice.id())).toList());
    return page;
  }
}
