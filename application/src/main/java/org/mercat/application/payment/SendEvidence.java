package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.GatewayDisputes.DisputeView;
import org.mercat.application.payment.port.GatewayDisputes.EvidenceKey;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.Evidence.State;

/**
 * Gives the gateway the evidence that has just been stored, between two units of work. The same
 * evidence goes under the same key however often it is sent; what is lost here {@link
 * RefreshChargebacks} sends again.
 */
public final class SendEvidence {

  public record Command(Chargeback chargeback) {}

  private final GatewayDisputes disputes;
  private final Chargebacks chargebacks;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public SendEvidence(
      GatewayDisputes disputes,
      Chargebacks chargebacks,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.disputes = disputes;
    this.chargebacks = chargebacks;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  /** Returns whether the gateway has said anything: that it has taken it, or that it will not. */
  public boolean handle(Command command) {
    var id = command.chargeback().id();
    var evidence = command.chargeback().evidence();
    if (!evidence.state().isUnderWay()) {
      return false;
    }
    var answer =
        disputes.giveEvidence(
            new EvidenceKey(id, evidence.number()),
            command.chargeback().claim().dispute(),
            evidence.answers(),
            evidence.state() == State.SUBMITTING);
    return switch (answer) {
      case Outcome.Done<DisputeView> _ -> given(id, evidence.number(), true);
      case Outcome.Rejected<DisputeView> _, Outcome.Declined<DisputeView> _ ->
          given(id, evidence.number(), false);
      case Outcome.Busy<DisputeView> _, Outcome.Unknown<DisputeView> _ -> false;
    };
  }

  private boolean given(ChargebackId id, int number, boolean accepted) {
    return SecondTry.at(
        () ->
            unitOfWork.run(
                () -> {
                  chargebacks
                      .find(id)
                      .flatMap(it -> it.given(number, accepted, marketClock.instant()))
                      .ifPresent(
                          given -> {
                            chargebacks.update(given.chargeback());
                            given.events().forEach(outbox::append);
                          });
                  return true;
                }));
  }
}
