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
   * The movements of that time by the gateway's clock, a page of them; those of other tenants are
   * left out.
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
   * @param amount positive when the balance has grown; without the fee
   * @param fee what the gateway has kept besides, mostly nothing
   */
  record Movement(
      String id,
      Kind kind,
      GatewayReference source,
      Optional<OperationKey> key,
      Money amount,
      Money fee,
      Instant at) {

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
