package org.mercat.domain.payment;

import java.time.Instant;
import java.util.Optional;

/**
 * How an invoice was paid.
 *
 * @param reference the gateway's name of the payment
 * @param receipt what is known of it when it came by no gateway
 */
public record InvoicePayment(
    Method method, Optional<GatewayReference> reference, Optional<Receipt> receipt, Instant at) {

  /** By which way the money came (IV-03). */
  public enum Method {
    GATEWAY,
    MANUAL,
    OFFLINE
  }

  public InvoicePayment {
    if ((method == Method.GATEWAY) != reference.isPresent()) {
      throw new IllegalArgumentException("a gateway, and nobody else, names its payments");
    }
    if ((method == Method.GATEWAY) == receipt.isPresent()) {
      throw new IllegalArgumentException("what no gateway has taken has a receipt");
    }
  }

  public static InvoicePayment byGateway(GatewayReference payment, Instant at) {
    return new InvoicePayment(Method.GATEWAY, Optional.of(payment), Optional.empty(), at);
  }

  /** From hand to hand, or from bank to bank. */
  public static InvoicePayment toTheSeller(Receipt receipt, Instant at) {
    return new InvoicePayment(Method.OFFLINE, Optional.empty(), Optional.of(receipt), at);
  }

  InvoicePayment with(Receipt next) {
    return new InvoicePayment(method, reference, Optional.of(next), at);
  }
}
