package org.mercat.domain.booking;

import java.time.Instant;

/** Where in its life a booking is, and since when (FEATURES 2.1, C-01). */
public sealed interface Lifecycle {

  Instant at();

  /** The client has asked; the provider has not answered. Claims no time. */
  record Requested(Instant at) implements Lifecycle {}

  /**
   * Holds its time until then. While a payment is under way it keeps it longer, and neither expires
   * nor is cancelled.
   */
  record AwaitingPayment(Instant at, Instant until, boolean paying) implements Lifecycle {}

  /** Agreed, and paid for where it is paid in advance. */
  sealed interface Undertaken extends Lifecycle {}

  record Confirmed(Instant at) implements Undertaken {}

  record InProgress(Instant at) implements Undertaken {}

  /** The provider says that the work is done; the client has not confirmed it. */
  record Delivered(Instant at) implements Undertaken {}

  /** The end: nothing leads on from here. */
  sealed interface Closed extends Lifecycle {}

  record Declined(Instant at) implements Closed {}

  record Expired(Instant at) implements Closed {}

  record Completed(Instant at) implements Closed {}

  record Cancelled(Instant at, CancelledBy by, String reason) implements Closed {}

  record NoShow(Instant at) implements Closed {}

  /** Who called a booking off. */
  enum CancelledBy {
    CLIENT,
    PROVIDER,
    ADMIN,
    SYSTEM
  }
}
