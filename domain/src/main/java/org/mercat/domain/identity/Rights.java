package org.mercat.domain.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/**
 * What a person is in the market and may do: the roles, and what was granted and denied to this one
 * person beside them. A denial wins over a role and over a grant (seed 001).
 *
 * @param roles one at least; who should have none is a guest
 * @param version of the account
 */
public record Rights(
    UserId user, Set<Role> roles, Set<Permission> grants, Set<Permission> denials, long version) {

  private static final Set<Role> ADMINISTRATORS = Set.of(Role.ADMIN, Role.SUPER_ADMIN);
  private static final Set<Permission> EVERYDAY =
      Permission.of(Set.of(Role.GUEST, Role.CLIENT, Role.PROVIDER, Role.DRIVER));

  /** What was granted and denied at once is denied. */
  public Rights {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("nobody is nothing at all");
    }
    roles = Set.copyOf(roles);
    denials = Set.copyOf(denials);
    grants = without(grants, denials);
  }

  public Rights withRoles(Set<Role> next) {
    return new Rights(user, next, grants, denials, version);
  }

  public Rights with(Set<Permission> nextGrants, Set<Permission> nextDenials) {
    return new Rights(user, roles, nextGrants, nextDenials, version);
  }

  /**
   * All that the person may do. A grant brings what it needs, and a denial takes whatever needs
   * what was denied.
   */
  public Set<Permission> permissions() {
    var granted =
        grants.stream().flatMap(grant -> Stream.concat(Stream.of(grant), grant.needs().stream()));
    return Stream.concat(Permission.of(roles).stream(), granted)
        .filter(permission -> !denials.contains(permission))
        .filter(permission -> Collections.disjoint(permission.needs(), denials))
        .collect(toUnmodifiableSet());
  }

  public boolean isSuperAdmin() {
    return roles.contains(Role.SUPER_ADMIN);
  }

  /**
   * Whether an administrator would be made, unmade or changed: a role of theirs, or anything that
   * no other role allows, is gained or lost.
   */
  public boolean concernsAdministration(Rights next) {
    return isAdministrator()
        || next.isAdministrator()
        || !administrative().equals(next.administrative());
  }

  private boolean isAdministrator() {
    return !Collections.disjoint(roles, ADMINISTRATORS);
  }

  private Set<Permission> administrative() {
    return without(permissions(), EVERYDAY);
  }

  private static Set<Permission> without(Set<Permission> all, Set<Permission> some) {
    return all.stream().filter(one -> !some.contains(one)).collect(toUnmodifiableSet());
  }
}
