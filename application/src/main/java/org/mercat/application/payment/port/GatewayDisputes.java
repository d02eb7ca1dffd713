package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.Claim;
import org.mercat.domain.payment.EvidenceField;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;

/**
 * Driven port: what payers' banks contest of the market's payments. Never called inside a unit of
 * work. Disputes of other tenants are not there. Every adapter must pass {@code
 * GatewayDisputesContract}.
 */
public interface GatewayDisputes {

  Outcome<DisputeView> dispute(GatewayReference dispute);

  /**
   * The disputes that were opened since then by the gateway's clock, a page of them.
   *
   * @param after where the page before has ended; empty for the first one
   */
  Outcome<DisputePage> since(Instant from, Optional<String> after);

  /**
   * Gives the gateway evidence; what was given before and is not named stays. Under the same key it
   * is given once. It is {@link org.mercat.domain.payment.FailureCode#REJECTED} when the bank does
   * not wait for any.
   *
   * @param submit whether the bank gets it now: it takes evidence once
   */
  Outcome<DisputeView> giveEvidence(
      EvidenceKey key,
      GatewayReference dispute,
      Map<EvidenceField, String> answers,
      boolean submit);

  /** What a payer's bank has warned of, before anybody contests anything. */
  Outcome<FraudWarning> fraudWarning(GatewayReference warning);

  /**
   * A dispute as it is now.
   *
   * @param key under which the payment was asked for
   */
  record DisputeView(OperationKey key, Claim claim) {}

  /**
   * Some disputes.
   *
   * @param next where the next page begins; empty on the last one
   */
  record DisputePage(List<DisputeView> disputes, Optional<String> next) {
    public DisputePage {
      disputes = List.copyOf(disputes);
    }
  }

  /**
   * A bank believes that somebody else has paid with a card.
   *
   * @param key under which the payment was asked for
   * @param kind in the gateway's word, such as {@code made_with_stolen_card}
   */
  record FraudWarning(GatewayReference reference, OperationKey key, String kind) {}

  /** Names one giving of evidence. */
  record EvidenceKey(ChargebackId chargeback, int number) {
    /** The form that leaves the core. */
    public String text() {
      return "chargeback:" + chargeback.value() + ":evidence:" + number;
    }
  }
}
