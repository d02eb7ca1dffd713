package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/**
 * Driven port: how the gateway itself has written down what has changed the market's balance there.
 * Never called inside a unit of work. Every adapter must pass {@code GatewayBooksContract}.
 */
public interface GatewayBooks {

  /**
   * The movements of that time by the gateway's clock, a page of them. Those of other tenants are
   * left out, and are theirs also when they are only about a payment of theirs; those of nobody are
   * told to the default tenant.
   *
   * @param from the first moment
   * @param until the first moment after it
   * @param after where the page before has ended; empty for the first one
   */
  Outcome<MovementPage> movements(Instant from, Instant until, Optional<String> after);

  /**
   * Some movements.
   *
   * @param next where the next page begins; empty on the last one
   */
  record MovementPage(List<Movement> movements, Optional<String> next) {
    public MovementPage {
      movements = List.copyOf(movements);
    }
  }

  /**
   * A change of the balance.
   *
   * @param id the gateway's name of the change itself
   * @param source what has brought it about, as the gateway's views name it
   * @param key under which that was asked for; empty when nobody here has asked for it
   * @param payment of what nobody here has asked for, such as a refund that was made by hand, the
   *     key of the payment that it is about; empty when it is about none of ours
   * @param amount positive when the balance has grown; without the fee
   * @param fee what the gateway has kept besides, mostly nothing
   */
  record Movement(
      String id,
      Kind kind,
      GatewayReference source,
      Optional<OperationKey> key,
      Optional<OperationKey> payment,
      Money amount,
      Money fee,
      Instant at) {

    /** Whose it is: what has been asked for, or the payment that it is about. */
    public Optional<OperationKey> about() {
      return key.or(() -> payment);
    }

    /** What has moved. */
    public enum Kind {
      CHARGE,
      REFUND,
      REFUND_FAILURE,
      TRANSFER,
      REVERSAL,
      FEE,
      PAYOUT,
      DISPUTE,
      ADJUSTMENT
    }
  }
}
