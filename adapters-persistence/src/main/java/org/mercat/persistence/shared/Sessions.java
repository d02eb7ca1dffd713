package org.mercat.persistence.shared;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.tenancy.TenantId;

/** The statements of this module, run in the transaction that is open around the caller. */
public final class Sessions {

  private final SqlSessionFactory factory;
  private final ScopedValue<OpenTransaction> current = ScopedValue.newInstance();
  private final ConcurrentHashMap<Class<?>, Class<?>> known = new ConcurrentHashMap<>();

  Sessions(SqlSessionFactory factory) {
    this.factory = factory;
  }

  /**
   * The mapper, bound to the unit of work that is open.
   *
   * @throws IllegalStateException if none is
   */
  public <M> M mapper(Class<M> type) {
    if (!isOpen()) {
      throw new IllegalStateException("no unit of work is open for " + type.getSimpleName());
    }
    return mapper(current.get().session(), type);
  }

  boolean isOpen() {
    return current.isBound();
  }

  /** Says that the transaction that is open has made something; the first thing is remembered. */
  void note(Subject thing) {
    current.get().made(thing);
  }

  /** What the transaction that is open has made first. */
  Optional<Subject> made() {
    return current.get().made();
  }

  /**
   * Runs the work in a transaction of its own, which has not entered and sees no row of a tenant.
   */
  <T> T transaction(Supplier<T> work) {
    try (var session = factory.openSession(false)) {
      return ScopedValue.where(current, new OpenTransaction(session))
          .call(() -> committed(session, work));
    } catch (PersistenceException failure) {
      throw DatabaseFailure.translated(failure);
    }
  }

  /** Runs the work in a transaction of its own that has entered. */
  <T> T transaction(Entry entry, Supplier<T> work) {
    var person = entry.person().map(UserId::value).orElse(null);
    return transaction(
        () -> {
          mapper(TenantMapper.class).enter(entry.role().suffix(), entry.tenant().value(), person);
          return work.get();
        });
  }

  /** Runs a part of the transaction that is open, of one tenant, as if it were of another one. */
  public void inside(TenantId other, Runnable work) {
    var tenants = mapper(TenantMapper.class);
    var own = tenants.current();
    tenants.move(other.value());
    work.run();
    tenants.move(own);
  }

  /** Runs the work in the transaction that is open, or else in one of its own. */
  <T> T joined(Supplier<T> work) {
    return isOpen() ? work.get() : transaction(work);
  }

  private static <T> T committed(SqlSession session, Supplier<T> work) {
    try {
      var result = work.get();
      session.commit(true);
      return result;
    } catch (RuntimeException | Error failure) {
      rollBack(session, failure);
      throw failure;
    }
  }

  private static void rollBack(SqlSession session, Throwable failure) {
    try {
      session.rollback(true);
    } catch (PersistenceException connectionIsGone) {
      failure.addSuppressed(connectionIsGone);
    }
  }

  /** Mappers are read when they are first asked for, whole before anybody gets one. */
  private <M> M mapper(SqlSession session, Class<M> type) {
    if (!known.containsKey(type)) {
      register(type);
    }
    return session.getMapper(type);
  }

  private synchronized void register(Class<?> type) {
    if (!known.containsKey(type)) {
      factory.getConfiguration().addMapper(type);
      known.put(type, type);
    }
  }
}
