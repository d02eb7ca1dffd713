package org.mercat.persistence.shared;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.CallerKey;
import org.mercat.application.shared.KeptAnswers.Found;
import org.mercat.domain.shared.DomainEvent.Subject;

record IdempotencyKeyRow(
    UUID personId,
    String act,
    String key,
    String fingerprint,
    @Nullable String madeKind,
    @Nullable UUID madeId,
    @Nullable Instant startedAt,
    @Nullable String answer) {

  static IdempotencyKeyRow of(CallerKey key) {
    return new IdempotencyKeyRow(
        key.person().value(), key.act(), key.key(), key.fingerprint(), null, null, null, null);
  }

  IdempotencyKeyRow making(Subject thing) {
    return new IdempotencyKeyRow(
        personId, act, key, fingerprint, thing.kind(), thing.id(), startedAt, answer);
  }

  IdempotencyKeyRow answered(String text) {
    return new IdempotencyKeyRow(
        personId, act, key, fingerprint, madeKind, madeId, startedAt, text);
  }

  /** What this row says to a call with that fingerprint. */
  Found to(String calling) {
    if (!fingerprint.equals(calling)) {
      return new Found.Reused();
    }
    if (answer != null) {
      return new Found.Answered(answer);
    }
    var made =
        madeKind == null || madeId == null
            ? Optional.<Subject>empty()
            : Optional.of(new Subject(madeKind, madeId));
    return new Found.Open(made, startedAt == null ? Instant.EPOCH : startedAt);
  }
}
