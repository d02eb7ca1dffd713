package org.mercat.application.identity.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/** The roles are those of the accounts. */
public final class InMemoryUserRights implements UserRights, Store {

  private record Personal(Set<Permission> grants, Set<Permission> denials) {}

  private static final Personal NOTHING = new Personal(Set.of(), Set.of());

  private final InMemoryUsers users;
  private Map<UserId, Personal> stored = new HashMap<>();

  public InMemoryUserRights(InMemoryUsers users) {
    this.users = users;
  }

  @Override
  public Runnable snapshot() {
    var copy = new HashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public Optional<Rights> find(UserId user) {
    return users.find(user).map(this::rights);
  }

  @Override
  public Change update(Rights rights) {
    if (!rights.isSuperAdmin() && users.holdersOf(Role.SUPER_ADMIN).equals(Set.of(rights.user()))) {
      return Change.LAST_SUPER_ADMIN;
    }
    users.replaceRoles(rights.user(), rights.version(), rights.roles());
    stored.put(rights.user(), new Personal(rights.grants(), rights.denials()));
    return Change.CHANGED;
  }

  private Rights rights(UserAccount account) {
    var personal = stored.getOrDefault(account.id(), NOTHING);
    return new Rights(
        account.id(), account.roles(), personal.grants(), personal.denials(), account.version());
  }
}
