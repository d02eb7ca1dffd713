package org.mercat.domain.payment;

/** Why the gateway did not do what it was asked for; nothing has moved. */
public enum FailureCode {
  CARD_DECLINED,
  INSUFFICIENT_FUNDS,
  /** The gateway does not know the payment method. */
  INVALID_METHOD,
  /** The payer let the time to act pass, or gave up. */
  ABANDONED,
  AMOUNT_TOO_LARGE,
  ALREADY_REFUNDED,
  /** Whoever is to give the money does not have it now. */
  BALANCE_INSUFFICIENT,
  /** The payee's account, or its account with a bank, cannot take money as it is. */
  PAYEE_NOT_READY,
  NOT_FOUND,
  /** The request itself was refused; a fault of ours or of the settings. */
  REJECTED,
  /** A look-up long after the call found nothing: it never arrived. */
  NEVER_ARRIVED
}
