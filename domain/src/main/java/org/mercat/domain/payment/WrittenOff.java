package org.mercat.domain.payment;

import java.time.Instant;
import org.mercat.domain.payment.PayoutEvent.DebtWrittenOff;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** A debt of a provider that the platform bears: what is posted for it, and that it happened. */
public record WrittenOff(JournalEntry entry, DebtWrittenOff event) {

  /**
   * Writes a debt off.
   *
   * @param debt positive
   * @param number tells the write-offs of one provider and currency apart, from 1: two who write
   *     the same debt off post under the same key
   */
  public static WrittenOff of(
      ProviderId provider, Money debt, String reason, int number, Instant now) {
    var key = "provider:%s:write_off:%s:%d".formatted(provider.value(), debt.currency(), number);
    return new WrittenOff(
        new ProviderBooks(provider).writtenOff(key, debt, now),
        new DebtWrittenOff(provider, debt, reason, now));
  }
}
