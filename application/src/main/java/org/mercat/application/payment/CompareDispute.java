package org.mercat.application.payment;

import java.util.Optional;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.GatewayDisputes.DisputeView;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.Claim;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.domain.payment.Discrepancy.Kind;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.shared.Money;

/**
 * Compares what our books say of a dispute with what it has moved at the gateway. The movement is a
 * hint: the dispute is read again, for the bank may have given back since what it had taken.
 */
public final class CompareDispute {

  public record Query(Movement movement) {}

  private final Chargebacks chargebacks;
  private final GatewayDisputes disputes;
  private final UnitOfWork unitOfWork;

  public CompareDispute(Chargebacks chargebacks, GatewayDisputes disputes, UnitOfWork unitOfWork) {
    this.chargebacks = chargebacks;
    this.disputes = disputes;
    this.unitOfWork = unitOfWork;
  }

  /**
   * Returns what does not fit; empty if all does.
   *
   * @throws org.mercat.application.shared.PortUnavailable if the gateway does not answer
   */
  public Optional<Discrepancy> handle(Query query) {
    var movement = query.movement();
    var nothing = Money.zero(movement.amount().currency());
    var known = unitOfWork.run(() -> chargebacks.of(movement.source()));
    if (known.isEmpty()) {
      return Optional.of(unposted(movement, nothing, movement.amount()));
    }
    var posted = known.get().books();
    return claim(movement)
        .filter(claim -> !isPosted(claim, posted))
        .map(claim -> unposted(movement, posted.withdrawn().negated(), told(claim, posted)));
  }

  /** Empty when the gateway does not know it any more. */
  private Optional<Claim> claim(Movement movement) {
    var read = disputes.dispute(movement.source());
    return read instanceof Outcome.Rejected<DisputeView>(var why, _) && why == FailureCode.NOT_FOUND
        ? Optional.empty()
        : Optional.of(read.required().claim());
  }

  private static boolean isPosted(Claim claim, Chargeback.Books posted) {
    return claim.withdrawn().equals(posted.withdrawn()) && claim.fees().equals(posted.fees());
  }

  /** A fee that is not posted is told by itself, where the rest agrees. */
  private static Money told(Claim claim, Chargeback.Books posted) {
    return claim.withdrawn().equals(posted.withdrawn())
            && claim.fees().currency().equals(claim.withdrawn().currency())
        ? claim.withdrawn().plus(claim.fees()).minus(posted.fees()).negated()
        : claim.withdrawn().negated();
  }

  private static Discrepancy unposted(Movement movement, Money booked, Money atGateway) {
    return new Discrepancy(
        Kind.UNPOSTED_DISPUTE, movement.source(), movement.about(), booked, atGateway);
  }
}
