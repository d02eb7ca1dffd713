package org.mercat.persistence.identity;

import java.util.Optional;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisUsers implements Users {

  private final Sessions sessions;

  public MyBatisUsers(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public UserId nextId() {
    return new UserId(Ids.next());
  }

  @Override
  public Optional<UserAccount> find(UserId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(UserRow::toDomain);
  }

  @Override
  public Optional<UserAccount> findByEmail(EmailAddress email) {
    return Optional.ofNullable(mapper().findByEmail(email.value())).map(UserRow::toDomain);
  }

  @Override
  public Addition add(UserAccount account) {
    var row = UserRow.of(account);
    if (mapper().insert(row) == 0) {
      return Addition.EMAIL_TAKEN;
    }
    var _ = mapper().insertRoles(row);
    return Addition.ADDED;
  }

  @Override
  public void update(UserAccount account) {
    var row = UserRow.of(account);
    if (mapper().update(row) == 0) {
      throw new ConcurrencyConflict("account " + account.id().value());
    }
    var _ = mapper().deleteOtherRoles(row);
    var _ = mapper().insertRoles(row);
  }

  private UserMapper mapper() {
    return sessions.mapper(UserMapper.class);
  }
}
