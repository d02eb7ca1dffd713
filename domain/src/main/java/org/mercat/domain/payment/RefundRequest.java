package org.mercat.domain.payment;

import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Role;

/** How much of the service before tax, and of the tip, is to go back. */
public record RefundRequest(Money service, Money tip, Role by, String reason) {
  public RefundRequest {
    if (service.isNegative() || tip.isNegative()) {
      throw new IllegalArgumentException("no refund: " + service + " and " + tip);
    }
  }
}
