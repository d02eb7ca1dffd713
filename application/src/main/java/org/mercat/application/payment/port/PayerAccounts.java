package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.Card;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation.State;

/**
 * Driven port: what the gateway keeps of payers, so that they need not tell it again. Never called
 * inside a unit of work. Commands with an {@link OperationKey} are done at most once; the others
 * may be repeated and change nothing more. Every adapter must pass {@code PayerAccountsContract}.
 */
public interface PayerAccounts {

  /** A customer of whom the gateway learns nothing but our marks. */
  Outcome<PayerView> open(OperationKey key);

  /** The customer that was opened under the key, if the call ever arrived. */
  Outcome<Optional<PayerView>> findPayer(OperationKey key);

  /**
   * What card a method of payment is. It is {@link FailureCode#INVALID_METHOD} when the gateway
   * does not know it, or it is no card.
   */
  Outcome<Card> card(PaymentMethod method);

  /** Keeps the method for the customer; the bank may want to ask its owner first. */
  Outcome<SetupView> save(OperationKey key, GatewayReference payer, PaymentMethod method);

  Outcome<SetupView> setup(GatewayReference setup);

  /** What was begun under the key for the customer, if the call ever arrived. */
  Outcome<Optional<SetupView>> findSetup(OperationKey key, GatewayReference payer);

  /** Keeps the method of the customer no longer; done as well when it is not kept. */
  Outcome<GatewayReference> remove(GatewayReference payer, GatewayReference method);

  /** Forgets the customer with all that was kept; done as well when it is forgotten. */
  Outcome<GatewayReference> forget(GatewayReference payer);

  record PayerView(GatewayReference reference, OperationKey key) {}

  /**
   * The keeping of a method.
   *
   * @param method the gateway's name of what is kept, once it has succeeded
   */
  record SetupView(
      GatewayReference reference,
      OperationKey key,
      Status status,
      Optional<GatewayReference> method) {

    public SetupView {
      if ((status == Status.SUCCEEDED) != method.isPresent()) {
        throw new IllegalArgumentException("a setup " + status + " of " + method);
      }
    }

    /** What it says of the operation: one that is done has come to the method itself. */
    public State stateAt(Instant now) {
      return switch (status) {
        case SUCCEEDED -> new State.Done(now, method.orElseThrow());
        case REQUIRES_ACTION -> new State.Waiting(now, reference, true);
        case PENDING -> new State.Waiting(now, reference, false);
        case FAILED -> new State.Failed(now, FailureCode.CARD_DECLINED);
      };
    }
  }
}
