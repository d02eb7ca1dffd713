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
 * @param endedAt since when the account is not the market's to use: the provider has parted with
 *     the market there, or the gateway has closed it
 */
public record Payee(
    ProviderId provider,
    Optional<GatewayReference> reference,
    boolean detailsSubmitted,
    boolean payoutsEnabled,
    Optional<Instant> endedAt,
    long version) {

  /** A payee, and what has happened to it. */
  public record Change(Payee payee, PayeeEvent event) {}

  public static Payee asked(ProviderId provider) {
    return new Payee(provider, Optional.empty(), false, false, Optional.empty(), 0);
  }

  /** The account, as long as the market may use it. */
  public Optional<GatewayReference> account() {
    return reference.filter(_ -> endedAt.isEmpty());
  }

  /** The gateway has opened the account: the first one, or another one after one that has ended. */
  public Change opened(GatewayReference account, Instant now) {
    var payee =
        new Payee(
            provider,
            Optional.of(account),
            detailsSubmitted,
            payoutsEnabled,
            Optional.empty(),
            version);
    return new Change(payee, new PayeeOpened(provider, now));
  }

  /**
   * What the gateway says of the account now; empty when nothing is new. It may be usable again
   * after it has ended.
   */
  public Optional<Change> seen(boolean details, boolean payouts, Instant now) {
    if (details == detailsSubmitted && payouts == payoutsEnabled && endedAt.isEmpty()) {
      return Optional.empty();
    }
    var payee = new Payee(provider, reference, details, payouts, Optional.empty(), version);
    return Optional.of(new Change(payee, new PayeeChanged(provider, details, payouts, now)));
  }

  /**
   * The gateway does not know the account any more, or does not show it to the market: nothing can
   * be paid out to it. Empty when that is known, or there was none.
   */
  public Optional<Change> ended(Instant now) {
    if (account().isEmpty()) {
      return Optional.empty();
    }
    var payee = new Payee(provider, reference, false, false, Optional.of(now), version);
    return Optional.of(new Change(payee, new PayeeChanged(provider, false, false, now)));
  }
}
