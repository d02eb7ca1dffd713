package org.mercat.domain.payment;

import static org.mercat.domain.payment.Account.GATEWAY_CLEARING;
import static org.mercat.domain.payment.Account.GATEWAY_FEES;

import java.time.Instant;
import java.util.List;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Money;

/**
 * What the gateway has kept of a movement for its work. It is read, never computed.
 *
 * @param movement the gateway's name of the movement; of each the fee is posted once
 * @param about the booking, the payout or the provider that has cost it
 * @param amount negative when a fee comes back
 */
public record GatewayFee(String movement, Subject about, Money amount) {

  public JournalEntry entry(Instant now) {
    return new JournalEntry(
        "fee:" + movement,
        Kind.GATEWAY_FEE,
        about,
        List.of(new Posting(GATEWAY_FEES, amount), new Posting(GATEWAY_CLEARING, amount.negated())),
        now);
  }
}
