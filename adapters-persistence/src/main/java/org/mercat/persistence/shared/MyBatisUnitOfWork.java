package org.mercat.persistence.shared;

import java.util.function.Supplier;
import org.mercat.application.shared.KeyInFlight;
import org.mercat.application.shared.KeyedCall;
import org.mercat.application.shared.UnitOfWork;

/**
 * One database transaction of one tenant and one role, bound to the caller's scope while it is
 * open. Within a call that carries a key it has that key for itself, and keeps it with what the
 * work made.
 */
public final class MyBatisUnitOfWork implements UnitOfWork {

  private record Done<T>(T result, boolean keyIsKept) {}

  private final Sessions sessions;
  private final Supplier<Entry> entry;

  /** Enters as those for whom the work is done. */
  public MyBatisUnitOfWork(Sessions sessions) {
    this(sessions, Entry::now);
  }

  /** Enters as that role, whoever the work is done for; for what goes across persons. */
  public MyBatisUnitOfWork(Sessions sessions, DatabaseRole role) {
    this(sessions, () -> Entry.now(role));
  }

  MyBatisUnitOfWork(Sessions sessions, Supplier<Entry> entry) {
    this.sessions = sessions;
    this.entry = entry;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    if (sessions.isOpen()) {
      throw new IllegalStateException("units of work do not nest");
    }
    var call = KeyedCall.unkept();
    return call.isPresent() ? run(call.get(), work) : sessions.transaction(entry.get(), work);
  }

  private <T> T run(KeyedCall call, Supplier<T> work) {
    var done = sessions.transaction(entry.get(), () -> withKey(call, work));
    if (done.keyIsKept()) {
      call.markKept();
    }
    return done.result();
  }

  /** Looks for the key only when nobody else can be writing it: one statement could not do both. */
  private <T> Done<T> withKey(KeyedCall call, Supplier<T> work) {
    var keys = sessions.mapper(IdempotencyKeyMapper.class);
    var row = IdempotencyKeyRow.of(call.key());
    if (!keys.tryLock(row) || keys.exists(row)) {
      throw new KeyInFlight();
    }
    var result = work.get();
    var made = sessions.made();
    made.ifPresent(thing -> keys.insert(row.making(thing)));
    return new Done<>(result, made.isPresent());
  }
}
