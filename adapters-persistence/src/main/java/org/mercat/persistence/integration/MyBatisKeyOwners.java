package org.mercat.persistence.integration;

import java.util.Optional;
import java.util.Set;
import org.mercat.application.identity.port.UserRights;
import org.mercat.application.identity.port.Users;
import org.mercat.application.integration.port.KeyOwners;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;

/** Accounts as identity keeps them. */
public final class MyBatisKeyOwners implements KeyOwners {

  private final Users users;
  private final UserRights rights;

  public MyBatisKeyOwners(Users users, UserRights rights) {
    this.users = users;
    this.rights = rights;
  }

  @Override
  public Optional<Set<Permission>> permissions(UserId owner) {
    return users
        .find(owner)
        .filter(UserAccount::maySignIn)
        .flatMap(account -> rights.find(account.id()))
        .map(Rights::permissions);
  }
}
