package org.mercat.persistence.payment;

import java.time.Instant;
import org.mercat.application.payment.port.Ledger.PostedLine;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.shared.Money;

/** A line of table {@code posting} with its entry. */
record PostedLineRow(
    String key,
    JournalEntry.Kind kind,
    String account,
    long amountMinor,
    String currency,
    Instant at) {

  PostedLine toDomain() {
    return new PostedLine(key, kind, new Account(account), Money.of(amountMinor, currency), at);
  }
}
