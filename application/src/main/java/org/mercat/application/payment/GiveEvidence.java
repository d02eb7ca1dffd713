package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.Map;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.Chargeback.EvidenceRefusal;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.EvidenceField;
import org.mercat.domain.shared.Permission;

/**
 * An administrator gives evidence to a payer's bank, or lets the gateway keep it until it is
 * submitted. It is stored first, and then sent.
 */
public final class GiveEvidence {

  /**
   * What is given.
   *
   * @param answers to be added to what was given before
   * @param submit whether the bank gets all of it now: it takes evidence once
   */
  public record Command(
      Caller caller, ChargebackId chargeback, Map<EvidenceField, String> answers, boolean submit) {
    public Command {
      answers = Map.copyOf(answers);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * It is stored.
     *
     * @param answered whether the gateway has answered; otherwise it is sent again by itself
     */
    record Given(ChargebackId chargeback, boolean answered) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    /** The answers are too long, or there is none at all. */
    record Unacceptable() implements Outcome {}

    record Refused(EvidenceRefusal why) implements Outcome {}
  }

  private final Access access;
  private final Chargebacks chargebacks;
  private final SendEvidence sendEvidence;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  /**
   * Made once.
   *
   * @param systemClock banks do not wait by the market's time
   */
  public GiveEvidence(
      Access access,
      Chargebacks chargebacks,
      SendEvidence sendEvidence,
      UnitOfWork unitOfWork,
      InstantSource systemClock) {
    this.access = access;
    this.chargebacks = chargebacks;
    this.sendEvidence = sendEvidence;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.BOOKING_MANAGE)) {
      return new Outcome.Forbidden();
    }
    var stored =
        unitOfWork.run(
            () ->
                chargebacks
                    .find(command.chargeback())
                    .map(chargeback -> store(chargeback, command))
                    .orElseGet(Outcome.NotFound::new));
    return stored instanceof Outcome.Given ? sent(command.chargeback()) : stored;
  }

  private Outcome store(Chargeback chargeback, Command command) {
    var now = systemClock.instant();
    var refusal = chargeback.evidenceRefusal(now);
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    var next = chargeback.giving(command.answers(), command.submit(), now);
    var answers = next.evidence().answers();
    if (answers.isEmpty() || !EvidenceField.areAcceptable(answers)) {
      return new Outcome.Unacceptable();
    }
    chargebacks.update(next);
    return new Outcome.Given(chargeback.id(), false);
  }

  private Outcome sent(ChargebackId id) {
    var stored = unitOfWork.run(() -> chargebacks.find(id));
    var isAnswered =
        stored.filter(it -> sendEvidence.handle(new SendEvidence.Command(it))).isPresent();
    return new Outcome.Given(id, isAnswered);
  }
}
