package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.domain.payment.GatewayReference;

/**
 * Driven port: what a payer has to do at the gateway before it can go on. Never called inside a
 * unit of work. Every adapter must pass {@code PayerActionsContract}.
 */
public interface PayerActions {

  /**
   * What a payment waits for; empty when it does not wait for its payer, or no longer does. It is
   * {@link org.mercat.domain.payment.FailureCode#NOT_FOUND} for a payment that is not there.
   */
  Outcome<Optional<PayerAction>> of(GatewayReference payment);

  /** The same of a method of payment that is to be kept. */
  Outcome<Optional<PayerAction>> ofSetup(GatewayReference setup);

  /**
   * A page of the gateway where the payer goes on; secret in itself, for whoever has it may act.
   *
   * @param url absolute
   */
  record PayerAction(String url) {
    @Override
    public String toString() {
      return "PayerAction[a secret]";
    }
  }
}
