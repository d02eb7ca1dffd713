package org.mercat.application.payment;

import java.util.List;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Earnings.Leg;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.shared.Permission;

/** A payout of the provider that the caller is, with the bookings that it is for. */
public final class PayoutDetails {

  public record Query(Caller caller, PayoutId payout) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(Payout payout, List<Leg> legs) implements Outcome {
      public Found {
        legs = List.copyOf(legs);
      }
    }

    /** Only providers are paid out. */
    record Forbidden() implements Outcome {}

    /** There is no such payout, or it is another one's. */
    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final PayeeProfiles profiles;
  private final Payouts payouts;
  private final Earnings earnings;
  private final UnitOfWork unitOfWork;

  public PayoutDetails(
      Access access,
      PayeeProfiles profiles,
      Payouts payouts,
      Earnings earnings,
      UnitOfWork unitOfWork) {
    this.access = access;
    this.profiles = profiles;
    this.payouts = payouts;
    this.earnings = earnings;
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
                .flatMap(
                    own ->
                        payouts
                            .find(query.payout())
                            .filter(payout -> payout.provider().equals(own.provider())))
                .<Outcome>map(payout -> new Outcome.Found(payout, earnings.legsOf(payout.id())))
                .orElseGet(Outcome.NotFound::new));
  }
}
