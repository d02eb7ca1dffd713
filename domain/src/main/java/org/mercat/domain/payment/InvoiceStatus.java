package org.mercat.domain.payment;

/**
 * How far an invoice has come (IV-02). A draft is no status of it: before it is issued there are
 * the lines of the booking, without a number.
 */
public enum InvoiceStatus {
  SENT,
  /** The client has opened it, and not paid yet. */
  VIEWED,
  /** Nobody has paid in time. */
  OVERDUE,
  PAID,
  PARTIALLY_REFUNDED,
  REFUNDED,
  VOID
}
