package org.mercat.domain.payment;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.PayerEvent.PayerOpened;

/**
 * A person as somebody whose methods of payment the gateway keeps: one customer there for each
 * person and market.
 *
 * @param reference the gateway's customer; empty until the gateway has answered
 * @param forgotten whether the gateway has been asked to forget the customer, for good
 */
public record Payer(
    UserId user, Optional<GatewayReference> reference, boolean forgotten, long version) {

  /** A payer, and what has happened to it. */
  public record Change(Payer payer, PayerEvent event) {}

  public static Payer asked(UserId user) {
    return new Payer(user, Optional.empty(), false, 0);
  }

  /** The gateway has a customer for the person; empty when that is known. */
  public Optional<Change> opened(GatewayReference customer, Instant now) {
    return reference.isPresent()
        ? Optional.empty()
        : Optional.of(
            new Change(
                new Payer(user, Optional.of(customer), forgotten, version),
                new PayerOpened(user, now)));
  }

  /** The person has gone. */
  public Payer forget() {
    return new Payer(user, reference, true, version);
  }
}
