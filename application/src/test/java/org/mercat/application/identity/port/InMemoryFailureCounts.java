package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.SignInFailures;

public final class InMemoryFailureCounts implements FailureCounts, Store {

  private Map<String, SignInFailures> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public SignInFailures find(String key) {
    return stored.getOrDefault(key, SignInFailures.NONE);
  }

  @Override
  public SignInFailures count(String key, Instant now) {
    var before = find(key);
    var isOld = before.last().plus(SignInFailures.MEMORY).isBefore(now);
    var next = new SignInFailures(isOld ? 1 : before.count() + 1, now);
    stored.put(key, next);
    return next;
  }

  @Override
  public void clear(Set<String> keys) {
    stored.keySet().removeAll(keys);
  }

  @Override
  public int prune(Instant before) {
    var size = stored.size();
    stored.values().removeIf(it -> it.last().isBefore(before));
    return size - stored.size();
  }
}
