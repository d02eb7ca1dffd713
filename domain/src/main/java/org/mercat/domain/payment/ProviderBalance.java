package org.mercat.domain.payment;

import org.mercat.domain.shared.Money;

/**
 * Where a provider stands, in one currency.
 *
 * @param payable what will be paid out
 * @param inTransit what is on its way to the bank
 * @param debt what the provider owes; nothing if there is something payable
 */
public record ProviderBalance(Money payable, Money inTransit, Money debt) {

  /**
   * Counts it from the books.
   *
   * @param owed the balance of the provider's account, positive if it is owed something
   * @param asked what of it is about to be transferred
   * @param atGateway what the provider has in its account at the gateway
   */
  public static ProviderBalance of(Money owed, Money asked, Money atGateway) {
    var zero = Money.zero(owed.currency());
    var left = owed.minus(asked);
    return new ProviderBalance(
        left.isPositive() ? left : zero,
        asked.plus(atGateway),
        left.isNegative() ? left.negated() : zero);
  }
}
