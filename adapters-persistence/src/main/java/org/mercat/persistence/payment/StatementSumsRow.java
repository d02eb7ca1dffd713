package org.mercat.persistence.payment;

import java.util.Currency;
import org.mercat.application.payment.port.Statements.Sums;
import org.mercat.domain.shared.Money;

/** What a time has made of an account. */
record StatementSumsRow(long openingMinor, long debitsMinor, long creditsMinor) {

  Sums toDomain(Currency currency) {
    return new Sums(
        new Money(openingMinor, currency),
        new Money(debitsMinor, currency),
        new Money(creditsMinor, currency));
  }
}
