package org.mercat.domain.payment;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.shared.Money;

/**
 * A dispute as the gateway tells it.
 *
 * @param dispute the gateway's name of it
 * @param payment the gateway's name of what is contested
 * @param reason in the gateway's word, such as {@code fraudulent}
 * @param amount what the payer contests
 * @param withdrawn what the bank has taken of the market's balance and not given back, as the
 *     gateway's movements say it
 * @param fees what the gateway has kept for the dispute and not given back, as its movements say
 *     it; perhaps in another currency
 * @param respondBy until when evidence may be given; empty when none may
 * @param submissions how often evidence has been submitted
 */
public record Claim(
    GatewayReference dispute,
    GatewayReference payment,
    Status status,
    String reason,
    Money amount,
    Money withdrawn,
    Money fees,
    Optional<Instant> respondBy,
    int submissions,
    Instant openedAt) {

  /** How far a dispute has come. */
  public enum Status {
    /** The bank asks; no money has moved, and it may become a dispute. */
    INQUIRY(0),
    INQUIRY_UNDER_REVIEW(0),
    INQUIRY_CLOSED(1),
    NEEDS_RESPONSE(2),
    UNDER_REVIEW(2),
    WON(3),
    LOST(3);

    private final int rank;

    Status(int rank) {
      this.rank = rank;
    }

    /** Whether evidence is waited for. */
    public boolean awaitsEvidence() {
      return this == INQUIRY || this == NEEDS_RESPONSE;
    }

    /** Whether money is contested, and nobody has decided yet. */
    public boolean isContested() {
      return this == NEEDS_RESPONSE || this == UNDER_REVIEW;
    }

    /** Whether nothing is decided any more, but by way of exception. */
    public boolean isClosed() {
      return this == INQUIRY_CLOSED || this == WON || this == LOST;
    }
  }

  /** Whether this was read before the other: a dispute never goes back to an earlier part. */
  boolean isOlderThan(Claim other) {
    return status.rank < other.status.rank;
  }
}
