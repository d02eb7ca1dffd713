package org.mercat.application.identity.port;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;

public final class InMemoryUsers implements Users, Store {

  private Map<UserId, UserAccount> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public UserId nextId() {
    return new UserId(UUID.randomUUID());
  }

  @Override
  public Optional<UserAccount> find(UserId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Optional<UserAccount> findByEmail(EmailAddress email) {
    return stored.values().stream().filter(account -> account.email().equals(email)).findAny();
  }

  @Override
  public Addition add(UserAccount account) {
    if (findByEmail(account.email()).isPresent()) {
      return Addition.EMAIL_TAKEN;
    }
    stored.put(account.id(), account);
    return Addition.ADDED;
  }

  @Override
  public void update(UserAccount account) {
    var current = stored.get(account.id());
    if (current == null || current.version() != account.version()) {
      throw new ConcurrencyConflict("account " + account.id().value());
    }
    stored.put(
        account.id(),
        new UserAccount(
            account.id(),
            account.email(),
            account.name(),
            account.password(),
            account.roles(),
            account.status(),
            account.registeredAt(),
            account.version() + 1));
  }
}
