package org.mercat.domain.payment;

import org.mercat.domain.shared.Money;

/**
 * What there is of a provider's money in one currency, and what of it is not to leave for its bank.
 *
 * @param payable the balance of the provider's account; below zero what the provider owes
 * @param atGateway what the provider has in its account at the gateway
 * @param reversing what has been asked back from there; until it comes, it is a part of what is
 *     owed
 */
public record ProviderFunds(Money payable, Money atGateway, Money reversing) {

  /**
   * What may go to the bank, in whole {@link SettlementUnit}s: what is neither about to be taken
   * back nor owed. What is about to be taken back is a part of what is owed, so the larger of the
   * two stays.
   */
  public Money free() {
    return movable(smaller(atGateway.minus(reversing), atGateway.plus(payable)));
  }

  /** What is owed, lies at the gateway, and has not been asked back. */
  public Money toTakeBack() {
    var owed = payable.plus(reversing).negated();
    return movable(smaller(owed, atGateway.minus(reversing)));
  }

  /** After that much of what is payable has come to the account at the gateway. */
  ProviderFunds transferred(Money amount) {
    return new ProviderFunds(payable.minus(amount), atGateway.plus(amount), reversing);
  }

  private static Money smaller(Money one, Money other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Money movable(Money amount) {
    return amount.isNegative() ? Money.zero(amount.currency()) : SettlementUnit.down(amount);
  }
}
