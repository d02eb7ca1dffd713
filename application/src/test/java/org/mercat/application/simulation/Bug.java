package org.mercat.application.simulation;

/** A mistake that somebody could make with money; planted to see whether it is found. */
enum Bug {
  /** Every call of the gateway has a key of its own. */
  FRESH_KEY_FOR_EVERY_TRY,
  /** All refunds of a booking have the same key. */
  ONE_KEY_FOR_ALL_REFUNDS,
  /** An answer that did not come counts as a refusal. */
  TAKES_SILENCE_FOR_REFUSAL,
  /** A refund that came to nothing counts as paid. */
  TAKES_FAILED_REFUND_FOR_PAID,
  /** An event about a payment counts as its success, without a look at the payment. */
  BELIEVES_EVENTS,
  /** What has been paid back is not posted. */
  DROPS_A_POSTING,
  /** The ledger takes no part in the unit of work: what is rolled back stays posted. */
  LEDGER_OUTSIDE_THE_UNIT,
  /** Nobody looks after calls whose answers were lost. */
  NEVER_LOOKS_AGAIN,
  /** What is due to a provider is released though the client is owed a part of it. */
  RELEASES_WHAT_IS_OWED,
  /** A booking that is over keeps its provider's time. */
  FORGETS_TO_FREE_THE_CLAIM,
  /** A hold ends though its payment is under way. */
  EXPIRES_WHILE_PAYING,
  /** What is paid after the hold has ended is kept. */
  KEEPS_LATE_MONEY
}
