package org.mercat.domain.payment;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.payment.PayeeEvent.PayeeChanged;
import org.mercat.domain.payment.PayeeEvent.PayeeOpened;
import org.mercat.domain.provider.ProviderId;

/**
 * A provider as somebody whom the gateway can pay out.
 *
 * @param reference the gateway's account; empty until the gateway has answered
 */
public record Payee(
    ProviderId provider,
    Optional<GatewayReference> reference,
    boolean detailsSubmitted,
    boolean payoutsEnabled,
    long version) {

  /** A payee, and what has happened to it. */
  public record Change(Payee payee, PayeeEvent event) {}

  public static Payee asked(ProviderId provider) {
    return new Payee(provider, Optional.empty(), false, false, 0);
  }

  /** The gateway has opened the account. */
  public Change opened(GatewayReference account, Instant now) {
    var payee =
        new Payee(provider, Optional.of(account), detailsSubmitted, payoutsEnabled, version);
    return new Change(payee, new PayeeOpened(provider, now));
  }

  /** What the gateway says of the account now; empty when nothing is new. */
  public Optional<Change> seen(boolean details, boolean payouts, Instant now) {
    if (details == detailsSubmitted && payouts == payoutsEnabled) {
      return Optional.empty();
    }
    var payee = new Payee(provider, reference, details, payouts, version);
    return Optional.of(new Change(payee, new PayeeChanged(provider, details, payouts, now)));
  }
}
