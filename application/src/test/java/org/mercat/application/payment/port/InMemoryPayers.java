package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Payer;

public final class InMemoryPayers implements Payers, Store {

  private final Function<UserId, Optional<Instant>> closedAt;
  private Map<UserId, Payer> stored = new LinkedHashMap<>();

  /**
   * @param closedAt when the account of the person was closed; empty while it is not
   */
  public InMemoryPayers(Function<UserId, Optional<Instant>> closedAt) {
    this.closedAt = closedAt;
  }

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public Optional<Payer> find(UserId user) {
    return Optional.ofNullable(stored.get(user));
  }

  @Override
  public List<Payer> gone(Instant closed, int most) {
    return stored.values().stream()
        .filter(payer -> !payer.forgotten() && wasClosed(payer.user(), closed))
        .limit(most)
        .toList();
  }

  private boolean wasClosed(UserId user, Instant by) {
    return closedAt.apply(user).filter(at -> !at.isAfter(by)).isPresent();
  }

  @Override
  public void add(Payer payer) {
    if (stored.putIfAbsent(payer.user(), payer) != null) {
      throw new ConcurrencyConflict(payer.user().toString());
    }
  }

  @Override
  public void update(Payer payer) {
    var current = stored.get(payer.user());
    if (current == null || current.version() != payer.version()) {
      throw new ConcurrencyConflict(payer.user().toString());
    }
    stored.put(
        payer.user(),
        new Payer(payer.user(), payer.reference(), payer.forgotten(), payer.version() + 1));
  }
}
