package org.mercat.domain.payment;

import org.mercat.domain.provider.ProviderId;

/** An account of the ledger. Its balance is the sum of its postings, per currency. */
public record Account(String name) {

  /** What the payment gateway has taken in and still keeps for us. */
  public static final Account GATEWAY_CLEARING = new Account("gateway_clearing");

  /** Refunds that are decided and not yet paid back; returns to zero. */
  public static final Account REFUNDS_PAYABLE = new Account("refunds_payable");

  /** What the gateway has kept for its work. */
  public static final Account GATEWAY_FEES = new Account("gateway_fees");

  /** The platform's fees. */
  public static final Account PLATFORM_REVENUE = new Account("platform_revenue");

  /** The tax that the platform has charged on its fees and owes to the state. */
  public static final Account PLATFORM_FEE_TAX_PAYABLE = new Account("platform_fee_tax_payable");

  /** What providers owe and will not pay. */
  public static final Account BAD_DEBT = new Account("bad_debt");

  /** What payers' banks have taken back and nobody bears yet; returns to zero. */
  public static final Account DISPUTES_HELD = new Account("disputes_held");

  /** What the gateway has kept for disputes. */
  public static final Account DISPUTE_FEES = new Account("dispute_fees");

  /** What payers' banks have taken back for good and the platform bears. */
  public static final Account CHARGEBACK_LOSSES = new Account("chargeback_losses");

  /** What is owed to a provider; a debit balance is the provider's debt. */
  public static Account provider(ProviderId provider) {
    return new Account("provider:" + provider.value());
  }

  /** A memo: what a provider has in its account at the gateway, which is its own already. */
  public static Account connectBalance(ProviderId provider) {
    return new Account("connect_balance:" + provider.value());
  }

  /** The other side of {@link #connectBalance}. */
  public static Account connectContra(ProviderId provider) {
    return new Account("connect_contra:" + provider.value());
  }
}
