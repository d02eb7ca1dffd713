package org.mercat.domain.payment;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.identity.UserId;

/**
 * What is known of money that came by no gateway (ES-13).
 *
 * @param reference how the payment is named there, such as the number of a cheque
 * @param markedBy who says that it came
 */
public record Receipt(
    Means means, Optional<String> reference, UserId markedBy, Optional<Confirmation> confirmed) {

  public static final int LONGEST_REFERENCE = 200;

  /** How it came. */
  public enum Means {
    CASH,
    CHECK,
    BANK_TRANSFER,
    OTHER
  }

  /** An administrator says so, too. */
  public record Confirmation(UserId by, Instant at) {}

  public Receipt {
    if (reference.stream().anyMatch(it -> it.isBlank() || it.length() > LONGEST_REFERENCE)) {
      throw new IllegalArgumentException("no reference of a payment");
    }
  }

  Receipt confirmed(Confirmation confirmation) {
    return new Receipt(means, reference, markedBy, Optional.of(confirmation));
  }
}
