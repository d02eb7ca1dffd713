package org.mercat.persistence.shared;

import java.time.Duration;
import java.util.function.Supplier;
import org.mercat.application.shared.CallerKey;
import org.mercat.application.shared.KeptAnswers;
import org.mercat.application.shared.Sealer;

/** Keys as rows of the tenant; an answer may tell a secret, so it is sealed for its key. */
public final class MyBatisKeptAnswers implements KeptAnswers {

  private final Sessions sessions;
  private final Supplier<Entry> entry;
  private final Sealer sealer;

  public MyBatisKeptAnswers(Sessions sessions, Supplier<Entry> entry, Sealer sealer) {
    this.sessions = sessions;
    this.entry = entry;
    this.sealer = sealer;
  }

  @Override
  public Found find(CallerKey key) {
    var row = sessions.transaction(entry.get(), () -> keys().find(IdempotencyKeyRow.of(key)));
    return row.map(found -> found.to(key, sealer)).orElseGet(Found.Unknown::new);
  }

  @Override
  public String store(CallerKey key, String answer) {
    var row = IdempotencyKeyRow.of(key).answered(answer, sealer);
    return IdempotencyKeyRow.opened(
        sessions.transaction(entry.get(), () -> keys().store(row)), key, sealer);
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
