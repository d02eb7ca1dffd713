package org.mercat.persistence.payment;

import java.util.UUID;
import org.mercat.application.payment.port.Statements.Debtor;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** A provider whose account is in debit. */
record DebtorRow(UUID providerId, long amountMinor, String currency) {

  Debtor toDomain() {
    return new Debtor(new ProviderId(providerId), Money.of(amountMinor, currency));
  }
}
