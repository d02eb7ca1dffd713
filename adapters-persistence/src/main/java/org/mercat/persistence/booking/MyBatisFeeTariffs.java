package org.mercat.persistence.booking;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.mercat.application.booking.port.FeeTariffs;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.fee.FeeBook;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.fee.MyBatisFeeBooks;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisFeeTariffs implements FeeTariffs {

  private final Sessions sessions;
  private final MyBatisFeeBooks books;

  public MyBatisFeeTariffs(Sessions sessions, ZoneBook zones) {
    this.sessions = sessions;
    this.books = new MyBatisFeeBooks(sessions, zones);
  }

  @Override
  public InForce of(ProviderId provider, Currency currency, Instant now) {
    return Optional.ofNullable(sessions.mapper(ProviderMapper.class).payer(provider.value()))
        .flatMap(payer -> books.of(provider, now).map(book -> inForce(payer, book, currency, now)))
        .orElseThrow(() -> new IllegalStateException("no provider " + provider.value()));
  }

  @Override
  public Optional<FeeRule> onTop(ProviderId provider, Currency currency, Instant now) {
    return books.onTop(provider, currency, now);
  }

  private static InForce inForce(PayerRow payer, FeeBook book, Currency currency, Instant now) {
    return new InForce(
        book.resolve(FeeDirection.PLATFORM_FEE, currency, now),
        book.tariff().taxOnFee(),
        payer.toDomain());
  }
}
