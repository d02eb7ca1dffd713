package org.mercat.domain.payment;

import java.util.Optional;
import org.mercat.domain.shared.Money;

/**
 * Something in which the gateway's books and ours do not agree.
 *
 * @param reference the gateway's name of what it is about
 * @param operation under which key it was asked for; empty when we have not asked for it
 * @param booked by how much it has changed the money at the gateway by our books
 * @param atGateway by how much it has changed it by the gateway's
 */
public record Discrepancy(
    Kind kind,
    GatewayReference reference,
    Optional<OperationKey> operation,
    Money booked,
    Money atGateway) {

  /** What is wrong: missing at the gateway, extra there, or different. */
  public enum Kind {
    MISSING_CHARGE,
    MISSING_REFUND,
    MISSING_TRANSFER,
    MISSING_REVERSAL,
    EXTRA_CHARGE,
    EXTRA_REFUND,
    EXTRA_TRANSFER,
    EXTRA_REVERSAL,
    WRONG_AMOUNT,
    /** The gateway has kept something of which nobody knows for what; it is not in our books. */
    MISSING_FEE,
    /** A payout that was called done has come back from the bank. */
    FAILED_PAYOUT,
    /** The money of a payment is disputed, and our books do not know it. */
    UNPOSTED_DISPUTE
  }
}
