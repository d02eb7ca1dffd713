package org.mercat.domain.payment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Money;

/**
 * Postings of one currency that sum to zero. Never changed: a correction is another entry.
 *
 * @param key what happened, once: the same key is never posted twice
 * @param subject the booking, the payout or the provider that the entry is about
 */
public record JournalEntry(
    String key, Kind kind, Subject subject, List<Posting> postings, Instant at) {

  /** What an entry records. */
  public enum Kind {
    /** The client's money has arrived and is held. */
    CAPTURE,
    /** A refund is decided; its money is no longer held. */
    REFUND,
    /** The refund has reached the client; with the other sign, it has come back from its bank. */
    REFUND_PAID,
    /** The refund came to nothing; its money is held again. */
    REFUND_FAILED,
    /** What was held is the provider's and the platform's. */
    RELEASE,
    /** A part of what a provider has earned is in its account at the gateway. */
    TRANSFER,
    /** A transfer, or a part of it, has come back. */
    REVERSAL,
    /** What was in the account at the gateway has gone to the provider's bank. */
    PAYOUT,
    /** The bank has sent a payout back: it is in the account at the gateway again. */
    PAYOUT_FAILED,
    /** A provider will not pay its debt: the platform bears it. */
    WRITE_OFF,
    /** The gateway has kept something for its work. */
    GATEWAY_FEE,
    /** The payer's bank has taken money back for the time being, or has returned it. */
    DISPUTE,
    /** What was taken back is somebody's loss, or is it no more. */
    CHARGEBACK,
    /** The provider bears what the gateway has kept for a dispute. */
    CHARGEBACK_FEE,
    /** A provider that was paid by its client owes the platform's fee. */
    DIRECT_FEE
  }

  public JournalEntry {
    postings = List.copyOf(postings);
    var sum = postings.stream().map(Posting::amount).reduce(Money::plus);
    if (sum.filter(Money::isZero).isEmpty()) {
      throw new IllegalArgumentException("postings do not sum to zero: " + postings);
    }
  }

  /** Leaves out the lines of which there is nothing to post. */
  static JournalEntry of(String key, Kind kind, Subject subject, Instant at, Stream<Line> lines) {
    var postings =
        lines
            .filter(line -> !line.amount().isZero())
            .map(line -> new Posting(line.account(), line.amount()))
            .toList();
    return new JournalEntry(key, kind, subject, postings, at);
  }

  /** What may become a posting; its amount may be zero. */
  record Line(Account account, Money amount) {
    Line negated() {
      return new Line(account, amount.negated());
    }
  }
}
