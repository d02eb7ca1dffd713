package org.mercat.application.payment.port;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.MoneyState.Holder;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.provider.ProviderId;

public final class InMemoryPayments implements Payments, Store {

  private Map<BookingId, Payment> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  /** The money of every booking. */
  public List<Payment> all() {
    return List.copyOf(stored.values());
  }

  @Override
  public Optional<Payment> find(BookingId booking) {
    return Optional.ofNullable(stored.get(booking));
  }

  @Override
  public void add(Payment payment) {
    if (stored.putIfAbsent(payment.charge().booking(), payment) != null) {
      throw new ConcurrencyConflict(payment.charge().booking().toString());
    }
  }

  @Override
  public boolean isRefunding(ProviderId provider, Currency currency) {
    return stored.values().stream()
        .filter(payment -> payment.charge().provider().equals(provider))
        .filter(payment -> payment.charge().service().currency().equals(currency))
        .map(Payment::money)
        .anyMatch(money -> money.holder() == Holder.EARNERS && money.refundUnderWay().isPresent());
  }

  @Override
  public void update(Payment payment) {
    var id = payment.charge().booking();
    var current = stored.get(id);
    if (current == null || current.version() != payment.version()) {
      throw new ConcurrencyConflict(id.toString());
    }
    stored.put(
        id,
        new Payment(
            payment.charge(),
            payment.money(),
            payment.reference(),
            payment.refunded(),
            payment.owed(),
            payment.refunds(),
            payment.outcomeUnknown(),
            payment.releaseUnder(),
            payment.contest(),
            payment.version() + 1));
  }
}
