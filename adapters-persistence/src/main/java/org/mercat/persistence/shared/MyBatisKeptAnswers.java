package org.mercat.persistence.shared;

import java.time.Duration;
import java.util.function.Supplier;
import org.mercat.application.shared.CallerKey;
import org.mercat.application.shared.KeptAnswers;

/** Keys and answers as rows of the tenant. */
public final class MyBatisKeptAnswers implements KeptAnswers {

  private final Sessions sessions;
  private final Supplier<Entry> entry;

  public MyBatisKeptAnswers(Sessions sessions, Supplier<Entry> entry) {
    this.sessions = sessions;
    this.entry = entry;
  }

  @Override
  public Found find(CallerKey key) {
    var row = sessions.transaction(entry.get(), () -> keys().find(IdempotencyKeyRow.of(key)));
    return row.map(found -> found.to(key.fingerprint())).orElseGet(Found.Unknown::new);
  }

  @Override
  public String store(CallerKey key, String answer) {
    return sessions.transaction(
        entry.get(), () -> keys().store(IdempotencyKeyRow.of(key).answered(answer)));
  }

  /** The job that forgets old keys. */
  public Job pruning() {
    return new Job("prune-idempotency-keys", Duration.ofHours(1), Job.Due.BY_SYSTEM, this::prune);
  }

  private void prune() {
    var _ = sessions.transaction(entry.get(), () -> keys().prune());
  }

  private IdempotencyKeyMapper keys() {
    return sessions.mapper(IdempotencyKeyMapper.class);
  }
}
