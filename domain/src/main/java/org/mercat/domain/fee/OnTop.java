package org.mercat.domain.fee;

import java.util.Currency;
import java.util.Optional;
import org.mercat.domain.shared.Money;

/**
 * What a rule for clients says beside its rate.
 *
 * @param flat what is paid for each booking in its currency, whatever it costs
 * @param taxed whether the platform charges tax on the fee, by the place of the service
 * @param returnedInParts whether a part of the fee goes back with a part of the service
 */
public record OnTop(Optional<Money> flat, boolean taxed, boolean returnedInParts) {

  public OnTop {
    if (flat.filter(Money::isNegative).isPresent()) {
      throw new IllegalArgumentException("a negative fee: " + flat.get());
    }
  }

  /** What is flat is of one currency alone. */
  boolean isFor(Currency currency) {
    return flat.map(Money::currency).map(currency::equals).orElse(true);
  }
}
