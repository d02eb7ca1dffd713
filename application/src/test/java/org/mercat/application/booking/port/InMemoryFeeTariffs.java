package org.mercat.application.booking.port;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.mercat.application.fee.port.FeeBooks;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.provider.ProviderId;

/** The platform's fees and the places of the providers, in the words of booking. */
public final class InMemoryFeeTariffs implements FeeTariffs {

  private final FeeBooks books;
  private final Providers providers;

  public InMemoryFeeTariffs(FeeBooks books, Providers providers) {
    this.books = books;
    this.providers = providers;
  }

  @Override
  public InForce of(ProviderId provider, Currency currency, Instant now) {
    var payer = providers.find(provider).orElseThrow().profile().place().jurisdiction();
    var book = books.of(provider, now).orElseThrow();
    return new InForce(
        book.resolve(FeeDirection.PLATFORM_FEE, currency, now), book.tariff().taxOnFee(), payer);
  }

  @Override
  public Optional<FeeRule> onTop(ProviderId provider, Currency currency, Instant now) {
    return books.of(provider, now).flatMap(book -> book.onTop(currency, now));
  }
}
