package org.mercat.application.payment;

import java.util.Optional;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutEvent;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Permission;

/** The payouts of one provider, or of all, the newest first; for administrators. */
public final class PayoutList {

  public record Query(Caller caller, Optional<ProviderId> provider, PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    record Listed(Page<Payout> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final Payouts payouts;
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;

  public PayoutList(
      Access access, Payouts payouts, Disclosures disclosures, UnitOfWork unitOfWork) {
    this.access = access;
    this.payouts = payouts;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.PAYOUT_RELEASE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () -> {
          var page = payouts.list(query.provider(), query.page());
          disclosures.shown(
              page.items().stream().map(payout -> PayoutEvent.subject(payout.id())).toList());
          return new Outcome.Listed(page);
        });
  }
}
