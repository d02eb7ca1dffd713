package org.mercat.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

/** What an access token says: who it is, where, in which session, as what, and for how long. */
public record AccessGrant(
    TenantId tenant, UserId user, SessionId session, Set<Role> roles, Instant from, Instant until) {

  public static final Duration LIFE = Duration.ofMinutes(10);

  /** By so much the clock of the node that grants may be ahead of the one that checks. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  public AccessGrant {
    roles = Set.copyOf(roles);
  }

  /** Tokens know whole seconds only. */
  public static AccessGrant of(
      TenantId tenant, UserAccount account, SessionId session, Instant now) {
    var from = now.truncatedTo(ChronoUnit.SECONDS);
    return new AccessGrant(tenant, account.id(), session, account.roles(), from, from.plus(LIFE));
  }

  public boolean holdsAt(Instant now) {
    return !now.plus(SKEW).isBefore(from) && now.isBefore(until);
  }
}
