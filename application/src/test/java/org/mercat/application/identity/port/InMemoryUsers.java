package org.mercat.application.identity.port;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Standing.Closed;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

public final class InMemoryUsers implements Users, AccountDirectory, Store {

  private Map<UserId, Entry> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public UserId nextId() {
    return new UserId(TimeOrderedIds.next());
  }

  @Override
  public Optional<UserAccount> find(UserId id) {
    return account(id).filter(Predicate.not(InMemoryUsers::isClosed));
  }

  @Override
  public Optional<UserAccount> findClosed(UserId id) {
    return account(id).filter(InMemoryUsers::isClosed);
  }

  @Override
  public Optional<UserAccount> findByEmail(EmailAddress email) {
    return stored.values().stream()
        .map(Entry::account)
        .filter(account -> account.email().equals(email) && !isClosed(account))
        .findAny();
  }

  @Override
  public Addition add(UserAccount account) {
    if (isTaken(account)) {
      return Addition.EMAIL_TAKEN;
    }
    stored.put(account.id(), new Entry(account, Optional.empty()));
    return Addition.ADDED;
  }

  @Override
  public void update(UserAccount account) {
    var current = find(account.id()).filter(found -> found.version() == account.version());
    store(current.orElseThrow(() -> conflict(account)).email(), account);
  }

  @Override
  public Addition updateAndTakeEmail(UserAccount account) {
    if (isTaken(account)) {
      return Addition.EMAIL_TAKEN;
    }
    if (account(account.id()).filter(it -> it.version() == account.version()).isEmpty()) {
      throw conflict(account);
    }
    store(account.email(), account);
    return Addition.ADDED;
  }

  @Override
  public void signedIn(UserAccount account, Instant at) {
    var current =
        find(account.id())
            .filter(found -> found.password().equals(account.password()) && found.maySignIn())
            .orElseThrow(() -> conflict(account));
    stored.put(current.id(), new Entry(current, Optional.of(at)));
  }

  @Override
  public Page<Entry> list(Filter filter, PageRequest request) {
    var found =
        stored.values().stream()
            .filter(entry -> filter.status().filter(it -> it != status(entry)).isEmpty())
            .filter(entry -> filter.email().filter(it -> !it.equals(email(entry))).isEmpty())
            .filter(entry -> request.after().filter(it -> id(entry).compareTo(it) >= 0).isEmpty())
            .sorted(Comparator.comparing(InMemoryUsers::id).reversed())
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request, InMemoryUsers::id);
  }

  @Override
  public Optional<Entry> findEntry(UserId id) {
    return Optional.ofNullable(stored.get(id));
  }

  Set<UserId> holdersOf(Role role) {
    return stored.values().stream()
        .map(Entry::account)
        .filter(account -> account.roles().contains(role))
        .map(UserAccount::id)
        .collect(toUnmodifiableSet());
  }

  void replaceRoles(UserId id, long version, Set<Role> roles) {
    var found =
        find(id)
            .filter(account -> account.version() == version)
            .orElseThrow(() -> new ConcurrencyConflict("account " + id.value()));
    var next =
        new UserAccount(
            id,
            found.email(),
            found.emailVerifiedAt(),
            found.password(),
            roles,
            found.profile(),
            found.standing(),
            found.registeredAt(),
            found.version());
    store(found.email(), next);
  }

  private void store(EmailAddress email, UserAccount account) {
    var next =
        new UserAccount(
            account.id(),
            email,
            account.emailVerifiedAt(),
            account.password(),
            account.roles(),
            account.profile(),
            account.standing(),
            account.registeredAt(),
            account.version() + 1);
    stored.computeIfPresent(account.id(), (_, entry) -> new Entry(next, entry.lastLoginAt()));
  }

  private Optional<UserAccount> account(UserId id) {
    return Optional.ofNullable(stored.get(id)).map(Entry::account);
  }

  private boolean isTaken(UserAccount account) {
    return !isClosed(account)
        && findByEmail(account.email())
            .filter(holder -> !holder.id().equals(account.id()))
            .isPresent();
  }

  private static boolean isClosed(UserAccount account) {
    return account.standing() instanceof Closed;
  }

  private static UserAccount.Status status(Entry entry) {
    return entry.account().status();
  }

  private static EmailAddress email(Entry entry) {
    return entry.account().email();
  }

  private static UUID id(Entry entry) {
    return entry.account().id().value();
  }

  private static ConcurrencyConflict conflict(UserAccount account) {
    return new ConcurrencyConflict("account " + account.id().value());
  }
}
