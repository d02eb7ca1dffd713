package org.mercat.persistence.shared;

import java.util.Optional;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.tenancy.TenantId;

/**
 * As what and for whom a transaction enters the database; the row-level security policies read it.
 *
 * @param person who has signed in; empty for everybody else
 */
public record Entry(DatabaseRole role, TenantId tenant, Optional<UserId> person) {

  /** The entry of those for whom the present work is done. */
  public static Entry now() {
    var acting = Acting.now();
    return of(DatabaseRole.of(acting.who()), acting);
  }

  /** The entry of those for whom the present work is done, by that role instead of their own. */
  static Entry now(DatabaseRole role) {
    return of(role, Acting.now());
  }

  private static Entry of(DatabaseRole role, Acting acting) {
    return new Entry(role, acting.tenant(), acting.caller().map(Caller::user));
  }
}
