package org.mercat.domain.payment;

/**
 * Who bears what payers' banks take back of money that has been released. A chargeback keeps the
 * policy that was in force when it was opened.
 *
 * @param feePassedOn whether the provider bears also what the gateway keeps for a lost dispute
 */
public record ChargebackPolicy(Bearer bearer, boolean feePassedOn) {

  /** Who bears a loss. */
  public enum Bearer {
    /** Who has earned the money gives it back: the provider its part, the platform its fee. */
    PROVIDER,
    /** The platform bears all of it, and everybody keeps what was earned. */
    PLATFORM
  }

  /** What holds until a market decides otherwise. */
  public static ChargebackPolicy ofTheProvider() {
    return new ChargebackPolicy(Bearer.PROVIDER, false);
  }
}
