package org.mercat.application.payment.port;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.provider.ProviderId;

public final class InMemoryPayees implements Payees, Store {

  private Map<ProviderId, Payee> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public Optional<Payee> find(ProviderId provider) {
    return Optional.ofNullable(stored.get(provider));
  }

  @Override
  public Optional<Payee> findByAccount(GatewayReference account) {
    return stored.values().stream()
        .filter(payee -> payee.reference().filter(account::equals).isPresent())
        .findFirst();
  }

  @Override
  public List<Payee> withAccounts(Optional<ProviderId> after, int most) {
    return stored.values().stream()
        .filter(payee -> payee.reference().isPresent())
        .filter(payee -> after.filter(last -> text(payee).compareTo(text(last)) <= 0).isEmpty())
        .sorted(Comparator.comparing(InMemoryPayees::text))
        .limit(most)
        .toList();
  }

  private static String text(Payee payee) {
    return text(payee.provider());
  }

  private static String text(ProviderId provider) {
    return provider.value().toString();
  }

  @Override
  public void add(Payee payee) {
    if (stored.putIfAbsent(payee.provider(), payee) != null) {
      throw new ConcurrencyConflict(payee.provider().toString());
    }
  }

  @Override
  public void update(Payee payee) {
    var current = stored.get(payee.provider());
    if (current == null || current.version() != payee.version()) {
      throw new ConcurrencyConflict(payee.provider().toString());
    }
    stored.put(
        payee.provider(),
        new Payee(
            payee.provider(),
            payee.reference(),
            payee.detailsSubmitted(),
            payee.payoutsEnabled(),
            payee.endedAt(),
            payee.version() + 1));
  }
}
