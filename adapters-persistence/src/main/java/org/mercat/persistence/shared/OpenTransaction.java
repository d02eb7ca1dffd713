package org.mercat.persistence.shared;

import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.shared.DomainEvent.Subject;

/** A transaction while it is open, on one thread. */
final class OpenTransaction {

  private final SqlSession session;
  private @Nullable Subject made;

  OpenTransaction(SqlSession session) {
    this.session = session;
  }

  SqlSession session() {
    return session;
  }

  void made(Subject thing) {
    if (made == null) {
      made = thing;
    }
  }

  Optional<Subject> made() {
    return Optional.ofNullable(made);
  }
}
