package org.mercat.persistence.payment;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisEarnings implements Earnings {

  private final Sessions sessions;

  public MyBatisEarnings(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Earning> find(BookingId booking) {
    return Optional.ofNullable(mapper().find(booking.value())).map(EarningRow::toDomain);
  }

  @Override
  public void add(Earning earning) {
    require(mapper().insert(EarningRow.of(earning)), earning);
  }

  /** Those who refund may change transfers, but only the market may add to them. */
  @Override
  public void update(Earning earning) {
    var row = EarningRow.of(earning);
    require(mapper().update(row), earning);
    var more = earning.transfers().size() - mapper().transfersOf(row.bookingId());
    if (more > 0 && mapper().addTransfers(row) != more) {
      throw new ConcurrencyConflict("transfers of " + row.bookingId());
    }
  }

  @Override
  public Set<Currency> currenciesDue(ProviderId provider) {
    return mapper().currenciesDue(provider.value()).stream()
        .map(Currency::getInstance)
        .collect(toUnmodifiableSet());
  }

  @Override
  public List<Earning> due(ProviderId provider, Currency currency, int most) {
    return mapper().due(provider.value(), currency.getCurrencyCode(), most).stream()
        .map(EarningRow::toDomain)
        .toList();
  }

  @Override
  public List<Earning> owing(ProviderId provider, Currency currency, int most) {
    return mapper().owing(provider.value(), currency.getCurrencyCode(), most).stream()
        .map(EarningRow::toDomain)
        .toList();
  }

  @Override
  public Money reversing(ProviderId provider, Currency currency) {
    return new Money(mapper().reversing(provider.value(), currency.getCurrencyCode()), currency);
  }

  @Override
  public List<Leg> legsOf(PayoutId payout) {
    return mapper().legsOf(payout.value()).stream().map(TransferRow::toLeg).toList();
  }

  @Override
  public List<Money> underWay(ProviderId provider) {
    return mapper().underWay(provider.value()).stream().map(MoneyRow::toDomain).toList();
  }

  private static void require(int stored, Earning earning) {
    if (stored == 0) {
      throw new ConcurrencyConflict("earning of " + earning.booking().value());
    }
  }

  private EarningMapper mapper() {
    return sessions.mapper(EarningMapper.class);
  }
}
