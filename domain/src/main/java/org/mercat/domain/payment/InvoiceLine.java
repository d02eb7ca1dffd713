package org.mercat.domain.payment;

import org.mercat.domain.shared.Money;

/**
 * What one amount of an invoice, before tax, is for.
 *
 * @param text what was sold, in the words of the seller; empty where the kind says it all
 */
public record InvoiceLine(Kind kind, String text, Money amount) {

  /** What is sold. */
  public enum Kind {
    SERVICE,
    ADD_ON,
    /** What the client pays to the platform. */
    CUSTOMER_FEE,
    /** Given freely: neither taxed nor shared. */
    TIP
  }
}
