package org.mercat.application.shared;

import java.util.Set;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/** Who asks for something, and as what. */
public record Caller(UserId user, Set<Role> roles) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  public boolean isAdmin() {
    return is(Role.ADMIN) || is(Role.SUPER_ADMIN);
  }
}
