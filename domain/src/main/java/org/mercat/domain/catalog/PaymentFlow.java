package org.mercat.domain.catalog;

/** When the money of a booking is taken. */
public enum PaymentFlow {
  /** In full when the service is booked, held until it has been done. */
  CAPTURE_HOLD
}
