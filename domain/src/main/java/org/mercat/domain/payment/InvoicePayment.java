package org.mercat.domain.payment;

import java.time.Instant;
import java.util.Optional;

/**
 * How an invoice was paid.
 *
 * @param reference the gateway's name of the payment
 */
public record InvoicePayment(Method method, Optional<GatewayReference> reference, Instant at) {

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
  }

  public static InvoicePayment byGateway(GatewayReference payment, Instant at) {
    return new InvoicePayment(Method.GATEWAY, Optional.of(payment), at);
  }
}
