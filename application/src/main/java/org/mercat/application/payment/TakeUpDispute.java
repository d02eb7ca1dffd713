package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.ChargebackPolicies;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.GatewayDisputes.DisputeView;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payment.Transition.Done;

/**
 * Stores what the gateway says of a dispute, with all that follows from it, in one unit of work.
 * Safe to repeat, and in any order.
 */
public final class TakeUpDispute {

  public record Command(DisputeView dispute) {}

  /** What came of it. */
  public enum Outcome {
    /** It was not known before. */
    FOUND,
    FOLLOWED,
    /** Our books do not know the payment yet. */
    LATER
  }

  private final Chargebacks chargebacks;
  private final ChargebackPolicies policies;
  private final Payments payments;
  private final Earnings earnings;
  private final RecordPayment recordPayment;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public TakeUpDispute(
      Chargebacks chargebacks,
      ChargebackPolicies policies,
      Payments payments,
      Earnings earnings,
      RecordPayment recordPayment,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.chargebacks = chargebacks;
    this.policies = policies;
    this.payments = payments;
    this.earnings = earnings;
    this.recordPayment = recordPayment;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  /** Two nodes may read the same dispute: whoever comes second finds it stored. */
  public Outcome handle(Command command) {
    return SecondTry.at(() -> unitOfWork.run(() -> takeUp(command.dispute())));
  }

  private Outcome takeUp(DisputeView dispute) {
    var captured = dispute.claim().payment();
    return payments
        .find(dispute.key().booking())
        .filter(payment -> payment.reference().filter(captured::equals).isPresent())
        .map(payment -> takeUp(dispute, payment))
        .orElse(Outcome.LATER);
  }

  private Outcome takeUp(DisputeView dispute, Payment payment) {
    var known = chargebacks.of(dispute.claim().dispute());
    if (known.isPresent()) {
      follow(known.get(), dispute, payment);
      return Outcome.FOLLOWED;
    }
    find(dispute, payment);
    return Outcome.FOUND;
  }

  private void follow(Chargeback chargeback, DisputeView dispute, Payment payment) {
    var settlement = chargeback.follow(dispute.claim(), payment, marketClock.instant());
    if (!settlement.chargeback().equals(chargeback)) {
      chargebacks.update(settlement.chargeback());
    }
    settlement.money().ifPresent(this::record);
    settlement.events().forEach(outbox::append);
  }

  private void find(DisputeView dispute, Payment payment) {
    var now = marketClock.instant();
    var claim = dispute.claim();
    var found = Chargeback.found(chargebacks.nextId(), payment, claim, policies.inForce());
    var settlement = found.follow(claim, payment, now);
    chargebacks.add(settlement.chargeback());
    settlement.money().ifPresent(this::record);
    outbox.append(found.opened(now));
    found.ended(now).ifPresent(outbox::append);
  }

  /**
   * Whoever pays the earning out at this moment changes the same version, and has to look again.
   */
  private void record(Done money) {
    recordPayment.handle(money);
    var payment = money.payment();
    var isFrozen = payment.contest().isOpen();
    earnings
        .find(payment.charge().booking())
        .filter(earning -> earning.frozen() != isFrozen)
        .ifPresent(earning -> earnings.update(earning.frozen(isFrozen)));
  }
}
