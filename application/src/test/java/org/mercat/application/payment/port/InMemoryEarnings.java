package org.mercat.application.payment.port;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.payment.Transfer;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

public final class InMemoryEarnings implements Earnings, Store {

  private Map<BookingId, Earning> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  /** What was earned with every booking. */
  public List<Earning> all() {
    return List.copyOf(stored.values());
  }

  @Override
  public Optional<Earning> find(BookingId booking) {
    return Optional.ofNullable(stored.get(booking));
  }

  @Override
  public void add(Earning earning) {
    if (stored.putIfAbsent(earning.booking(), earning) != null) {
      throw new ConcurrencyConflict(earning.booking().toString());
    }
  }

  @Override
  public void update(Earning earning) {
    var current = stored.get(earning.booking());
    if (current == null || current.version() != earning.version()) {
      throw new ConcurrencyConflict(earning.booking().toString());
    }
    stored.put(
        earning.booking(),
        new Earning(
            earning.booking(),
            earning.provider(),
            earning.releasedAt(),
            earning.share(),
            earning.transfers(),
            earning.reversals(),
            earning.frozen(),
            earning.version() + 1));
  }

  @Override
  public Set<Currency> currenciesDue(ProviderId provider) {
    return stored.values().stream()
        .filter(earning -> earning.provider().equals(provider) && earning.due().isPositive())
        .filter(earning -> !earning.frozen())
        .map(earning -> earning.share().currency())
        .collect(toUnmodifiableSet());
  }

  @Override
  public List<Earning> due(ProviderId provider, Currency currency, int most) {
    return of(provider, currency)
        .filter(earning -> earning.due().isPositive() && !earning.frozen())
        .sorted(comparing(Earning::releasedAt).thenComparing(it -> it.booking().value()))
        .limit(most)
        .toList();
  }

  @Override
  public List<Earning> owing(ProviderId provider, Currency currency, int most) {
    return of(provider, currency)
        .filter(earning -> earning.due().isNegative())
        .sorted(comparing(Earning::releasedAt).thenComparing(it -> it.booking().value()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public Money reversing(ProviderId provider, Currency currency) {
    return of(provider, currency)
        .flatMap(earning -> earning.transfers().stream())
        .map(Transfer::reversing)
        .reduce(Money.zero(currency), Money::plus);
  }

  private Stream<Earning> of(ProviderId provider, Currency currency) {
    return stored.values().stream()
        .filter(earning -> earning.provider().equals(provider))
        .filter(earning -> earning.share().currency().equals(currency));
  }

  @Override
  public List<Money> underWay(ProviderId provider) {
    return stored.values().stream()
        .filter(earning -> earning.provider().equals(provider))
        .flatMap(earning -> earning.transfers().stream())
        .filter(transfer -> transfer.state() instanceof Transfer.State.Asked)
        .map(Transfer::amount)
        .collect(groupingBy(Money::currency, reducing(Money::plus)))
        .values()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public List<Leg> legsOf(PayoutId payout) {
    return stored.values().stream()
        .sorted(comparing(Earning::releasedAt).thenComparing(it -> it.booking().value()))
        .flatMap(
            earning ->
                earning.transfers().stream()
                    .filter(transfer -> transfer.payout().equals(payout))
                    .map(transfer -> new Leg(earning.booking(), transfer)))
        .toList();
  }
}
