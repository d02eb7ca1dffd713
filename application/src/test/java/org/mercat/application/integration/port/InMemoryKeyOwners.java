package org.mercat.application.integration.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;

public final class InMemoryKeyOwners implements KeyOwners {

  private final Map<UserId, Set<Permission>> permissions = new HashMap<>();

  public void may(UserId owner, Set<Permission> allowed) {
    permissions.put(owner, Set.copyOf(allowed));
  }

  public void mayNotSignIn(UserId owner) {
    permissions.remove(owner);
  }

  @Override
  public Optional<Set<Permission>> permissions(UserId owner) {
    return Optional.ofNullable(permissions.get(owner));
  }
}
