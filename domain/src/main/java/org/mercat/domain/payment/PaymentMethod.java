package org.mercat.domain.payment;

/** A token of the gateway for the means a client pays with; never a card number. */
public record PaymentMethod(String token) {

  public PaymentMethod {
    if (token.isBlank()) {
      throw new IllegalArgumentException("an empty payment method");
    }
  }
}
