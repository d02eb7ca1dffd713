package org.mercat.application.integration.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKey.Life;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.integration.ApiKeySecret;
import org.mercat.domain.tenancy.TenantId;

/** All keys belong to the tenant in which the first of them was made. */
public final class InMemoryApiKeys implements ApiKeys, Store {

  private static final AtomicLong SERIAL = new AtomicLong();

  private Map<ApiKeyId, ApiKey> stored = new LinkedHashMap<>();
  private Map<ApiKeyId, TenantId> tenants = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var keys = new LinkedHashMap<>(stored);
    var homes = new LinkedHashMap<>(tenants);
    return () -> {
      stored = keys;
      tenants = homes;
    };
  }

  @Override
  public ApiKeyId nextId() {
    return new ApiKeyId(TimeOrderedIds.next());
  }

  @Override
  public ApiKeySecret nextSecret() {
    return nextSecret("key%09d".formatted(SERIAL.incrementAndGet()));
  }

  @Override
  public ApiKeySecret nextSecret(String prefix) {
    return new ApiKeySecret(prefix, "%043d".formatted(SERIAL.incrementAndGet()));
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Page<ApiKey> ofOwner(UserId owner, PageRequest request) {
    var found =
        stored.values().stream()
            .filter(key -> key.owner().equals(owner) && !key.isWithdrawn())
            .sorted(Comparator.comparing(InMemoryApiKeys::text).reversed())
            .filter(
                key ->
                    request.after().stream()
                        .allMatch(after -> text(key).compareTo(after.toString()) < 0))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request, key -> key.id().value());
  }

  @Override
  public void add(ApiKey key) {
    stored.put(key.id(), key);
    tenants.put(key.id(), Acting.now().tenant());
  }

  @Override
  public ApiKey update(ApiKey key) {
    var current = stored.get(key.id());
    if (current == null || current.version() != key.version()) {
      throw new ConcurrencyConflict("api key " + key.id().value());
    }
    var life = new Life(current.life().madeAt(), key.life().withdrawnAt(), current.life().usedAt());
    var next =
        new ApiKey(key.id(), key.owner(), key.terms(), key.secrets(), life, key.version() + 1);
    stored.put(key.id(), next);
    return next;
  }

  @Override
  public Optional<TenantId> tenantOf(String prefix) {
    return findByPrefix(prefix).map(ApiKey::id).map(tenants::get);
  }

  @Override
  public Optional<ApiKey> findByPrefix(String prefix) {
    return stored.values().stream().filter(key -> key.secrets().prefix().equals(prefix)).findAny();
  }

  @Override
  public void used(ApiKeyId id, Instant at) {
    var key = stored.get(id);
    if (key != null
        && key.life().usedAt().stream().allMatch(last -> !last.isAfter(at.minus(BETWEEN_USES)))) {
      var life = new Life(key.life().madeAt(), key.life().withdrawnAt(), Optional.of(at));
      stored.put(id, new ApiKey(id, key.owner(), key.terms(), key.secrets(), life, key.version()));
    }
  }

  private static String text(ApiKey key) {
    return key.id().value().toString();
  }
}
