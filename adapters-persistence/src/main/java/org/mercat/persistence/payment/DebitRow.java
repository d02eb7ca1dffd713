package org.mercat.persistence.payment;

import java.time.Instant;
import org.mercat.domain.payment.AgedDebt.Debit;
import org.mercat.domain.shared.Money;

/** What was debited to a provider's account. */
record DebitRow(long amountMinor, String currency, Instant at) {

  Debit toDomain() {
    return new Debit(Money.of(amountMinor, currency), at);
  }
}
