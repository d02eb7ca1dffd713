package org.mercat.application.shared;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Driven port: what was answered under which key, for a day at the least. A {@link UnitOfWork}
 * keeps the key of a {@link KeyedCall} with what was made; the answer follows when it is known.
 * Every method is a unit of work of its own.
 */
public interface KeptAnswers {

  Found find(CallerKey key);

  /** Keeps the answer unless there is one already; tells which answer is the kept one. */
  String store(CallerKey key, String answer);

  /** What is known of a key. */
  sealed interface Found {

    /** Nothing: the call may be made. */
    record Unknown() implements Found {}

    /** Something was made under the key, and the call was not answered yet. */
    record Open(Optional<Subject> made, Instant startedAt) implements Found {}

    record Answered(String answer) implements Found {}

    /** The key was used for another call. */
    record Reused() implements Found {}
  }
}
