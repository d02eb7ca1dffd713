package org.mercat.domain.payment;

import org.mercat.domain.shared.Money;

/** One line of a journal entry: a debit is positive, a credit negative. */
public record Posting(Account account, Money amount) {

  public Posting {
    if (amount.isZero()) {
      throw new IllegalArgumentException("nothing to post to " + account.name());
    }
  }
}
