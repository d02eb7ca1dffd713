package org.mercat.application;

import org.mercat.application.payment.ChargebackDetails;
import org.mercat.application.payment.ChargebackList;
import org.mercat.application.payment.ChargebackOfBooking;
import org.mercat.application.payment.ChargebackPolicyInForce;
import org.mercat.application.payment.FollowDispute;
import org.mercat.application.payment.GiveEvidence;
import org.mercat.application.payment.RefreshChargebacks;
import org.mercat.application.payment.SendEvidence;
import org.mercat.application.payment.SetChargebackPolicy;
import org.mercat.application.payment.TellOfChargeback;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Disclosures;

/** The use cases about chargebacks, over {@link InMemoryAdapters}. */
public final class ChargebackUseCases {

  public final RefreshChargebacks refresh;
  public final GiveEvidence giveEvidence;
  public final TellOfChargeback tell;
  public final ChargebackList list;
  public final ChargebackDetails details;
  public final ChargebackOfBooking ofBooking;
  public final ChargebackPolicyInForce policyInForce;
  public final SetChargebackPolicy setPolicy;

  ChargebackUseCases(
      InMemoryAdapters in, Access access, Disclosures disclosures, FollowDispute followDispute) {
    var sendEvidence =
        new SendEvidence(
            in.gateway.disputes(), in.chargebacks, in.outbox, in.unitOfWork, in.market);
    refresh =
        new RefreshChargebacks(
            in.chargebacks,
            in.gateway.disputes(),
            followDispute,
            sendEvidence,
            in.systemEvents,
            in.unitOfWork,
            in.system);
    giveEvidence = new GiveEvidence(access, in.chargebacks, sendEvidence, in.unitOfWork, in.system);
    tell = new TellOfChargeback(access, in.parties, in.chargebacks, in.unitOfWork, in.market);
    list = new ChargebackList(access, in.chargebacks, disclosures, in.unitOfWork);
    details = new ChargebackDetails(access, in.chargebacks, disclosures, in.unitOfWork);
    ofBooking = new ChargebackOfBooking(access, in.parties, in.chargebacks, in.unitOfWork);
    policyInForce = new ChargebackPolicyInForce(access, in.chargebackPolicies, in.unitOfWork);
    setPolicy =
        new SetChargebackPolicy(access, in.chargebackPolicies, in.outbox, in.unitOfWork, in.market);
  }
}
