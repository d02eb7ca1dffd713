package org.mercat.persistence.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.CallerKey;
import org.mercat.application.shared.KeptAnswers.Found;
import org.mercat.application.shared.Sealer;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Table {@code idempotency_key}, column for component.
 *
 * @param sealedAnswer what was answered, sealed for this key, in base 64
 */
record IdempotencyKeyRow(
    UUID personId,
    String act,
    String key,
    String fingerprint,
    @Nullable String madeKind,
    @Nullable UUID madeId,
    @Nullable Instant startedAt,
    @Nullable String sealedAnswer) {

  static IdempotencyKeyRow of(CallerKey key) {
    return new IdempotencyKeyRow(
        key.person().value(), key.act(), key.key(), key.fingerprint(), null, null, null, null);
  }

  IdempotencyKeyRow making(Subject thing) {
    return new IdempotencyKeyRow(
        personId, act, key, fingerprint, thing.kind(), thing.id(), startedAt, sealedAnswer);
  }

  IdempotencyKeyRow answered(String text, Sealer sealer) {
    var sealed = sealer.seal(text.getBytes(UTF_8), purpose(personId, act, key));
    return new IdempotencyKeyRow(
        personId,
        act,
        key,
        fingerprint,
        madeKind,
        madeId,
        startedAt,
        Base64.getEncoder().encodeToString(sealed));
  }

  /** What this row says to a call. */
  Found to(CallerKey calling, Sealer sealer) {
    if (!fingerprint.equals(calling.fingerprint())) {
      return new Found.Reused();
    }
    if (sealedAnswer != null) {
      return new Found.Answered(opened(sealedAnswer, calling, sealer));
    }
    var made =
        madeKind == null || madeId == null
            ? Optional.<Subject>empty()
            : Optional.of(new Subject(madeKind, madeId));
    return new Found.Open(made, startedAt == null ? Instant.EPOCH : startedAt);
  }

  /** The answer that was sealed for a key. */
  static String opened(String sealed, CallerKey key, Sealer sealer) {
    var purpose = purpose(key.person().value(), key.act(), key.key());
    return new String(sealer.open(Base64.getDecoder().decode(sealed), purpose), UTF_8);
  }

  private static String purpose(UUID person, String act, String key) {
    return "answer/%s/%s/%s".formatted(person, act, key);
  }

  @Override
  public String toString() {
    return "IdempotencyKeyRow[" + act + "]";
  }
}
