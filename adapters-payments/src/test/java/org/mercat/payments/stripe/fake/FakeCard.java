package org.mercat.payments.stripe.fake;

import java.util.Arrays;
import java.util.Optional;

/**
 * Payment methods whose behaviour is known, by the names that Stripe gives them where it has one.
 */
public enum FakeCard {
  OK("pm_card_visa"),
  DECLINED("pm_card_chargeDeclined"),
  INSUFFICIENT_FUNDS("pm_card_chargeDeclinedInsufficientFunds"),
  REQUIRES_ACTION("pm_card_authenticationRequired"),
  REFUND_PENDING("pm_card_pendingRefund"),
  /** Its refunds fail in the same breath, not some time later. */
  REFUND_FAILS("pm_card_refundFail"),
  /** Paid, but the first answer never comes. */
  LOST_ANSWER("pm_fake_lostAnswer");

  private final String token;

  FakeCard(String token) {
    this.token = token;
  }

  static Optional<FakeCard> of(String token) {
    return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
  }

  public String token() {
    return token;
  }
}
