package org.mercat.application.payment.port;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethodId;

public final class InMemorySavedMethods implements SavedMethods, Store {

  private Map<SavedMethodId, SavedMethod> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public SavedMethodId nextId() {
    return new SavedMethodId(TimeOrderedIds.next());
  }

  @Override
  public Optional<SavedMethod> find(SavedMethodId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Optional<SavedMethod> preferred(UserId owner) {
    return live(owner).stream().filter(SavedMethod::preferred).findAny();
  }

  @Override
  public List<SavedMethod> live(UserId owner) {
    return stored.values().stream()
        .filter(method -> method.owner().equals(owner) && method.isLive())
        .sorted(Comparator.comparing((SavedMethod it) -> it.id().value()).reversed())
        .toList();
  }

  @Override
  public Page<SavedMethod> list(UserId owner, PageRequest page) {
    var found =
        live(owner).stream()
            .filter(it -> page.after().filter(id -> it.id().value().compareTo(id) >= 0).isEmpty())
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, it -> it.id().value());
  }

  @Override
  public void add(SavedMethod method) {
    if (stored.putIfAbsent(method.id(), method) != null) {
      throw new ConcurrencyConflict(method.id().toString());
    }
  }

  @Override
  public void update(SavedMethod method) {
    var current = stored.get(method.id());
    var hasRival =
        method.preferred()
            && preferred(method.owner()).filter(it -> !it.id().equals(method.id())).isPresent();
    if (current == null || current.version() != method.version() || hasRival) {
      throw new ConcurrencyConflict(method.id().toString());
    }
    stored.put(
        method.id(),
        new SavedMethod(
            method.id(),
            method.owner(),
            method.payer(),
            method.card(),
            method.preferred(),
            method.state(),
            method.version() + 1));
  }
}
