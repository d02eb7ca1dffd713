package org.mercat.persistence.identity;

import java.util.Optional;
import org.mercat.application.identity.port.UserRights;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisUserRights implements UserRights {

  private final Sessions sessions;

  public MyBatisUserRights(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Rights> find(UserId user) {
    return Optional.ofNullable(mapper().find(user.value())).map(UserRightsRow::toDomain);
  }

  @Override
  public Change update(Rights rights) {
    if (!rights.isSuperAdmin() && isLastSuperAdmin(rights.user())) {
      return Change.LAST_SUPER_ADMIN;
    }
    var row = UserRightsRow.of(rights);
    if (mapper().raiseVersion(row) == 0) {
      throw new ConcurrencyConflict("account " + row.id());
    }
    var _ = mapper().deleteOtherRoles(row);
    var _ = mapper().insertRoles(row);
    var _ = mapper().deletePermissions(row);
    var _ = mapper().insertPermissions(row);
    return Change.CHANGED;
  }

  /** One at a time: what is read here stays so until the roles are written. */
  private boolean isLastSuperAdmin(UserId user) {
    var _ = mapper().waitForSuperAdmins();
    return mapper().isOnlySuperAdmin(user.value());
  }

  private UserRightsMapper mapper() {
    return sessions.mapper(UserRightsMapper.class);
  }
}
