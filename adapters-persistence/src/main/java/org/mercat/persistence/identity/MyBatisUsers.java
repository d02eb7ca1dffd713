package org.mercat.persistence.identity;

import java.time.Instant;
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
  public Optional<UserAccount> findClosed(UserId id) {
    return Optional.ofNullable(mapper().findClosed(id.value())).map(UserRow::toDomain);
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
      throw conflict(account);
    }
    writeRoles(row);
  }

  @Override
  public Addition updateAndTakeEmail(UserAccount account) {
    var row = UserRow.of(account);
    if (mapper().updateAndTake(row) == 0) {
      var holder = mapper().findByEmail(row.email());
      if (holder == null || holder.id().equals(row.id())) {
        throw conflict(account);
      }
      return Addition.EMAIL_TAKEN;
    }
    writeRoles(row);
    return Addition.ADDED;
  }

  @Override
  public void signedIn(UserAccount account, Instant at) {
    if (mapper().signedIn(UserRow.of(account), at) == 0) {
      throw conflict(account);
    }
  }

  private void writeRoles(UserRow row) {
    var _ = mapper().deleteOtherRoles(row);
    var _ = mapper().insertRoles(row);
  }

  private static ConcurrencyConflict conflict(UserAccount account) {
    return new ConcurrencyConflict("account " + account.id().value());
  }

  private UserMapper mapper() {
    return sessions.mapper(UserMapper.class);
  }
}
