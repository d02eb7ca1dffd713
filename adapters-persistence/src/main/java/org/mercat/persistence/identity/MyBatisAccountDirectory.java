package org.mercat.persistence.identity;

import java.util.Optional;
import org.mercat.application.identity.port.AccountDirectory;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisAccountDirectory implements AccountDirectory {

  private final Sessions sessions;

  public MyBatisAccountDirectory(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Page<Entry> list(Filter filter, PageRequest request) {
    var rows =
        mapper()
            .list(
                filter.status().map(Status::name).orElse(null),
                filter.email().map(EmailAddress::value).orElse(null),
                request.after().orElse(null),
                request.limit() + 1);
    return Page.of(rows, request, UserRow::id).map(MyBatisAccountDirectory::entry);
  }

  @Override
  public Optional<Entry> findEntry(UserId id) {
    return Optional.ofNullable(mapper().findAny(id.value())).map(MyBatisAccountDirectory::entry);
  }

  private static Entry entry(UserRow row) {
    return new Entry(row.toDomain(), Optional.ofNullable(row.lastLoginAt()));
  }

  private UserMapper mapper() {
    return sessions.mapper(UserMapper.class);
  }
}
