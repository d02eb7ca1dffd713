package org.mercat.domain.identity;

import java.time.Instant;
import java.util.Set;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/** What can happen to what a person may do. */
public sealed interface RightsEvent extends DomainEvent {

  UserId user();

  @Override
  default Subject subject() {
    return new Subject("user", user().value());
  }

  record RolesChanged(UserId user, Set<Role> before, Set<Role> after, Instant at)
      implements RightsEvent {
    public RolesChanged {
      before = Set.copyOf(before);
      after = Set.copyOf(after);
    }
  }

  record PermissionsChanged(
      UserId user, Set<Permission> grants, Set<Permission> denials, Instant at)
      implements RightsEvent {
    public PermissionsChanged {
      grants = Set.copyOf(grants);
      denials = Set.copyOf(denials);
    }
  }
}
