package org.mercat.application.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.mercat.domain.shared.DomainEvent.Subject;

/** Answers in a list; together with {@link #keeping} it keeps keys as the database would. */
public final class InMemoryKeptAnswers implements KeptAnswers {

  private record Kept(CallerKey key, Optional<Subject> made, Optional<String> answer) {}

  private final ReentrantLock writing = new ReentrantLock();
  private final List<Kept> keys = new ArrayList<>();

  @Override
  public Found find(CallerKey key) {
    return alone(
        () -> {
          var kept = kept(key);
          if (kept.isEmpty()) {
            return new Found.Unknown();
          }
          if (!kept.get().key().equals(key)) {
            return new Found.Reused();
          }
          return kept.get()
              .answer()
              .<Found>map(Found.Answered::new)
              .orElseGet(() -> new Found.Open(kept.get().made(), Instant.EPOCH));
        });
  }

  @Override
  public String store(CallerKey key, String answer) {
    return alone(
        () -> {
          var before = kept(key);
          var first = before.flatMap(Kept::answer).orElse(answer);
          before.ifPresent(keys::remove);
          keys.add(new Kept(key, before.flatMap(Kept::made), Optional.of(first)));
          return first;
        });
  }

  /** A unit of work that keeps the keys of calls here, with the first event of the outbox. */
  public UnitOfWork keeping(InMemoryUnitOfWork unitOfWork, InMemoryEventOutbox outbox) {
    return new UnitOfWork() {
      @Override
      public <T> T run(Supplier<T> work) {
        var call = KeyedCall.unkept();
        return unitOfWork.run(
            () -> {
              if (call.isPresent() && alone(() -> kept(call.get().key())).isPresent()) {
                throw new KeyInFlight();
              }
              var before = outbox.events().size();
              var result = work.get();
              outbox.events().stream()
                  .skip(before)
                  .findFirst()
                  .ifPresent(made -> call.ifPresent(it -> keep(it, made.subject())));
              return result;
            });
      }
    };
  }

  private void keep(KeyedCall call, Subject made) {
    if (alone(() -> keys.add(new Kept(call.key(), Optional.of(made), Optional.empty())))) {
      call.markKept();
    }
  }

  private Optional<Kept> kept(CallerKey key) {
    return keys.stream().filter(kept -> kept.key().isSameKey(key)).findFirst();
  }

  private <T> T alone(Supplier<T> work) {
    writing.lock();
    try {
      return work.get();
    } finally {
      writing.unlock();
    }
  }
}
