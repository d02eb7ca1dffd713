package org.mercat.application.payment;

import java.util.Optional;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.shared.Permission;

/** The payouts of the provider that the caller is, the newest first. */
public final class OwnPayouts {

  public record Query(Caller caller, PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    record Listed(Page<Payout> page) implements Outcome {}

    /** Only providers are paid out. */
    record Forbidden() implements Outcome {}

    record NoProfile() implements Outcome {}
  }

  private final Access access;
  private final PayeeProfiles profiles;
  private final Payouts payouts;
  private final UnitOfWork unitOfWork;

  public OwnPayouts(Access access, PayeeProfiles profiles, Payouts payouts, UnitOfWork unitOfWork) {
    this.access = access;
    this.profiles = profiles;
    this.payouts = payouts;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            profiles
                .of(query.caller().user())
                .<Outcome>map(
                    own ->
                        new Outcome.Listed(payouts.list(Optional.of(own.provider()), query.page())))
                .orElseGet(Outcome.NoProfile::new));
  }
}
