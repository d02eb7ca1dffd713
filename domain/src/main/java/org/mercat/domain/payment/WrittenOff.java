package org.mercat.domain.payment;

import java.time.Instant;
import java.util.UUID;
import org.mercat.domain.payment.PayoutEvent.DebtWrittenOff;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** A debt of a provider that the platform bears: what is posted for it, and that it happened. */
public record WrittenOff(JournalEntry entry, DebtWrittenOff event) {

  /**
   * Writes a debt off.
   *
   * @param debt positive
   * @param id tells it from all others
   */
  public static WrittenOff of(
      ProviderId provider, Money debt, String reason, UUID id, Instant now) {
    var key = "provider:" + provider.value() + ":write_off:" + id;
    return new WrittenOff(
        new ProviderBooks(provider).writtenOff(key, debt, now),
        new DebtWrittenOff(provider, debt, reason, now));
  }
}
