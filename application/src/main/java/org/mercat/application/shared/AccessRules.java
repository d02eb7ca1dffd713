package org.mercat.application.shared;

import java.util.Set;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tenancy.TenantId;

/** The rules that are in force. */
public final class AccessRules implements Access {

  @Override
  public boolean may(Caller caller, Permission permission) {
    return caller.permissions().contains(permission)
        && (permission != Permission.TENANT_MANAGE || isOfOperator());
  }

  /** The operator of the installation is at home in the default tenant. */
  private static boolean isOfOperator() {
    return Acting.now().tenant().equals(TenantId.DEFAULT);
  }

  @Override
  public boolean owns(Caller caller, UserId owner) {
    return caller.user().equals(owner);
  }

  @Override
  public boolean takesPart(Caller caller, Set<UserId> parties) {
    return parties.contains(caller.user());
  }
}
