package org.mercat.domain.payment;

import org.mercat.domain.payment.MoneyState.Holder;
import org.mercat.domain.shared.Money;

/**
 * What a payer's bank has taken back for good of a payment.
 *
 * @param part of the payment, by its lines
 * @param excess what it has taken beyond what the payer had not got back before; the platform's
 *     loss, whoever bears the rest
 * @param from who had the part
 */
public record Loss(Split part, Money excess, Holder from) {

  public Money total() {
    return part.total().plus(excess);
  }
}
