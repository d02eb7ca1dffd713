package org.mercat.persistence.payment;

import org.mercat.domain.shared.Money;

/** A sum of postings. */
record MoneyRow(long amountMinor, String currency) {

  Money toDomain() {
    return Money.of(amountMinor, currency);
  }
}
