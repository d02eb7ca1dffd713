package org.mercat.application.shared;

import java.util.Set;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/**
 * Who asks for something, and as what.
 *
 * @param permissions what the roles allow, with what was granted and without what was denied to
 *     this person
 */
public record Caller(UserId user, Set<Role> roles, Set<Permission> permissions) {

  public Caller {
    roles = Set.copyOf(roles);
    permissions = Set.copyOf(permissions);
  }

  /** Somebody to whom nothing was granted or denied beside the roles. */
  public Caller(UserId user, Set<Role> roles) {
    this(user, roles, Permission.of(roles));
  }

  /** Whether the caller may do anything that reaches beyond what is his own: an administrator. */
  public boolean reachesOthers() {
    return permissions.stream().anyMatch(Permission::reachesOthers);
  }
}
