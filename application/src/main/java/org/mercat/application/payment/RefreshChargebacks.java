package org.mercat.application.payment;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.GatewayDisputes.DisputePage;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Chargeback;

/**
 * Finds what no event has told, sends evidence again whose answer was lost, and warns of evidence
 * that is due soon. Run by a job.
 */
public final class RefreshChargebacks {

  private static final System.Logger LOG = System.getLogger(RefreshChargebacks.class.getName());
  private static final int BATCH = 100;

  /** How far back new disputes are looked for: as long as a gateway tries to tell of them. */
  private static final Duration LOOK_BACK = Duration.ofDays(3);

  /** How long before its end somebody is told that evidence is due. */
  private static final Duration WARNED_BEFORE = Duration.ofDays(3);

  private final Chargebacks chargebacks;
  private final GatewayDisputes disputes;
  private final FollowDispute followDispute;
  private final SendEvidence sendEvidence;
  private final SystemEvents systemEvents;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public RefreshChargebacks(
      Chargebacks chargebacks,
      GatewayDisputes disputes,
      FollowDispute followDispute,
      SendEvidence sendEvidence,
      SystemEvents systemEvents,
      UnitOfWork unitOfWork,
      InstantSource systemClock) {
    this.chargebacks = chargebacks;
    this.disputes = disputes;
    this.followDispute = followDispute;
    this.sendEvidence = sendEvidence;
    this.systemEvents = systemEvents;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  /** Returns how many disputes have been looked at. */
  public int handle() {
    var now = systemClock.instant();
    var due = unitOfWork.run(() -> chargebacks.lease(now, BATCH));
    due.forEach(this::refresh);
    var found = find(now.minus(LOOK_BACK));
    warn(now);
    return due.size() + found;
  }

  /** One that cannot be followed must not keep the others from being. */
  private void refresh(Chargeback chargeback) {
    try {
      var isSent = sendEvidence.handle(new SendEvidence.Command(chargeback));
      var command = new FollowDispute.Command.Dispute(chargeback.claim().dispute());
      var outcome = followDispute.handle(command);
      LOG.log(Level.DEBUG, "{0} followed: {1}, sent: {2}", chargeback.id(), outcome, isSent);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "dispute of " + chargeback.id() + " is to be tried again", failure);
    }
  }

  private int find(Instant from) {
    var seen = 0;
    var after = Optional.<String>empty();
    do {
      if (!(disputes.since(from, after) instanceof Outcome.Done<DisputePage>(var page, _))) {
        return seen;
      }
      seen += (int) page.disputes().stream().filter(this::isNew).count();
      after = page.next();
    } while (after.isPresent());
    return seen;
  }

  private boolean isNew(GatewayDisputes.DisputeView dispute) {
    if (unitOfWork.run(() -> chargebacks.of(dispute.claim().dispute())).isPresent()) {
      return false;
    }
    return followDispute.handle(new FollowDispute.Command.Read(dispute))
        == FollowDispute.Outcome.DONE;
  }

  private void warn(Instant now) {
    unitOfWork.run(() -> chargebacks.unheard(now.plus(WARNED_BEFORE), BATCH)).stream()
        .filter(it -> unitOfWork.run(() -> chargebacks.raise(it.id(), now)))
        .forEach(
            it ->
                systemEvents.report(
                    new Event(
                        SystemEvents.Level.WARNING,
                        "chargeback",
                        "Evidence for a dispute is due soon.",
                        Map.of(
                            "chargeback",
                            it.id().value().toString(),
                            "due",
                            it.claim().respondBy().map(Instant::toString).orElse("")))));
  }
}
