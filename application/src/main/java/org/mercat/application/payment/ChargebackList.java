package org.mercat.application.payment;

import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.payment.port.Chargebacks.Filter;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.shared.Permission;

/** Query: what payers' banks contest, the newest first; for administrators. */
public final class ChargebackList {

  public record Query(Caller caller, Filter filter, PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    record Listed(Page<Chargeback> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final Chargebacks chargebacks;
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;

  public ChargebackList(
      Access access, Chargebacks chargebacks, Disclosures disclosures, UnitOfWork unitOfWork) {
    this.access = access;
    this.chargebacks = chargebacks;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.BOOKING_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () -> {
          var page = chargebacks.list(query.filter(), query.page());
          disclosures.shown(
              page.items().stream().map(it -> BookingEvent.subject(it.booking())).toList());
          return new Outcome.Listed(page);
        });
  }
}
