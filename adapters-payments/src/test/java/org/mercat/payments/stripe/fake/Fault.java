package org.mercat.payments.stripe.fake;

/** What may go wrong with a command on its way there, at Stripe, or on its way back. */
public enum Fault {
  /** The connection breaks before anything is done. */
  LOST_BEFORE,
  /** Everything is done, then the connection breaks. */
  LOST_AFTER,
  /** Everything is done, the head of the answer comes, and then nothing more. */
  STALLED_AFTER,
  /** Nothing is done, and status 500 is kept under the key. */
  FAULT_BEFORE,
  /** Everything is done, and yet status 500 is kept under the key. */
  FAULT_AFTER,
  /** Status 503 by something that stands before Stripe. */
  UNAVAILABLE,
  /** Too many requests: ask again after 7 seconds. */
  TOO_MANY,
  /** Somebody else works with the same objects: status 429, but not for our haste. */
  LOCKED,
  /** Status 409: a request under the same key is still in work. */
  IN_USE,
  /** Everything is done, and a page for people is answered with status 200. */
  PAGE,
  /** The API key is refused. */
  UNAUTHORIZED
}
