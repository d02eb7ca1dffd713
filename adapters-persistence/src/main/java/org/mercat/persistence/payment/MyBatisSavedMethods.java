package org.mercat.persistence.payment;

import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethodId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisSavedMethods implements SavedMethods {

  private final Sessions sessions;

  public MyBatisSavedMethods(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public SavedMethodId nextId() {
    return new SavedMethodId(Ids.next());
  }

  @Override
  public Optional<SavedMethod> find(SavedMethodId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(SavedMethodRow::toDomain);
  }

  @Override
  public Optional<SavedMethod> preferred(UserId owner) {
    return Optional.ofNullable(mapper().preferred(owner.value())).map(SavedMethodRow::toDomain);
  }

  @Override
  public List<SavedMethod> live(UserId owner) {
    return mapper().live(owner.value(), null, Integer.MAX_VALUE).stream()
        .map(SavedMethodRow::toDomain)
        .toList();
  }

  @Override
  public Page<SavedMethod> list(UserId owner, PageRequest page) {
    var found =
        mapper().live(owner.value(), page.after().orElse(null), page.limit() + 1).stream()
            .map(SavedMethodRow::toDomain)
            .toList();
    return Page.of(found, page, method -> method.id().value());
  }

  @Override
  public void add(SavedMethod method) {
    require(mapper().insert(SavedMethodRow.of(method)), method);
  }

  @Override
  public void update(SavedMethod method) {
    require(mapper().update(SavedMethodRow.of(method)), method);
  }

  private static void require(int stored, SavedMethod method) {
    if (stored == 0) {
      throw new ConcurrencyConflict("method of payment " + method.id().value());
    }
  }

  private SavedMethodMapper mapper() {
    return sessions.mapper(SavedMethodMapper.class);
  }
}
