package org.mercat.domain.payment;

import static org.mercat.domain.payment.Account.BAD_DEBT;
import static org.mercat.domain.payment.Account.GATEWAY_CLEARING;
import static org.mercat.domain.payment.Account.connectBalance;
import static org.mercat.domain.payment.Account.connectContra;

import java.time.Instant;
import java.util.stream.Stream;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.JournalEntry.Line;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Money;

/**
 * What is posted on the way of a provider's money to its bank. What is in the provider's account at
 * the gateway is the provider's, so a memo pair follows it that belongs to no balance of ours.
 */
record ProviderBooks(ProviderId provider) {

  JournalEntry transferred(OperationKey key, Money amount, Instant now) {
    return moved(key, Kind.TRANSFER, amount, now);
  }

  JournalEntry reversed(OperationKey key, Money amount, Instant now) {
    return moved(key, Kind.REVERSAL, amount.negated(), now);
  }

  JournalEntry paidOut(OperationKey key, Money amount, Instant now) {
    return memo(key.text() + "/paid", Kind.PAYOUT, key.subject(), amount.negated(), now);
  }

  JournalEntry payoutFailed(OperationKey key, Money amount, Instant now) {
    return memo(key.text() + "/failed", Kind.PAYOUT_FAILED, key.subject(), amount, now);
  }

  /**
   * The platform bears a debt.
   *
   * @param key what makes the entry the only one of its kind
   */
  JournalEntry writtenOff(String key, Money debt, Instant now) {
    return JournalEntry.of(
        key,
        Kind.WRITE_OFF,
        PayeeEvent.subject(provider),
        now,
        Stream.of(new Line(BAD_DEBT, debt), new Line(Account.provider(provider), debt.negated())));
  }

  private JournalEntry moved(OperationKey key, Kind kind, Money amount, Instant now) {
    var ours =
        Stream.of(
            new Line(Account.provider(provider), amount),
            new Line(GATEWAY_CLEARING, amount.negated()));
    return JournalEntry.of(
        key.text(), kind, key.subject(), now, Stream.concat(ours, atGateway(amount)));
  }

  private JournalEntry memo(String key, Kind kind, Subject subject, Money amount, Instant now) {
    return JournalEntry.of(key, kind, subject, now, atGateway(amount));
  }

  private Stream<Line> atGateway(Money amount) {
    return Stream.of(
        new Line(connectBalance(provider), amount),
        new Line(connectContra(provider), amount.negated()));
  }
}
