package org.mercat.persistence.payment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.mercat.application.payment.port.Statements.Debtor;
import org.mercat.domain.payment.AgedDebt.Debit;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * A debit that is a part of what a provider owes.
 *
 * @param tie orders debtors that owe the same
 */
record DebitRow(
    UUID providerId, String currency, long debtMinor, long tie, long amountMinor, Instant at) {

  /** The rows of each debtor, in the order in which they come. */
  static List<List<DebitRow>> byDebtor(List<DebitRow> rows) {
    return List.copyOf(
        rows.stream().collect(groupingBy(DebitRow::place, LinkedHashMap::new, toList())).values());
  }

  static UUID placeOf(List<DebitRow> ofDebtor) {
    return ofDebtor.getFirst().place();
  }

  static Debtor toDebtor(List<DebitRow> ofDebtor) {
    var first = ofDebtor.getFirst();
    return new Debtor(
        new ProviderId(first.providerId),
        Money.of(first.debtMinor, first.currency),
        ofDebtor.stream()
            .map(row -> new Debit(Money.of(row.amountMinor, row.currency), row.at))
            .toList());
  }

  private UUID place() {
    return new UUID(debtMinor, tie);
  }
}
