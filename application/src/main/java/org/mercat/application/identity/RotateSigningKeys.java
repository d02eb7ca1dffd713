package org.mercat.application.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.mercat.application.identity.port.SigningKeys;
import org.mercat.application.identity.port.SigningKeys.SigningKey;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.AccessGrant;

/**
 * Makes the next signing key in time for all to know it before it signs, and deletes those whose
 * last token is past. Run by a job; the number of a key lets one node make it.
 */
public final class RotateSigningKeys {

  /** So long a key signs. */
  public static final Duration LIFE = Duration.ofDays(30);

  /** So long before the end of a key the next one is made. */
  static final Duration AHEAD = Duration.ofDays(1);

  /** So long a key is shown at least before it signs: as long as others may keep what they saw. */
  static final Duration SHOWN = Duration.ofHours(1);

  /** So long a key is kept after another has taken its place: tokens, and clocks that differ. */
  static final Duration KEPT = AccessGrant.LIFE.plus(Duration.ofMinutes(10));

  /** What has been done. */
  public record Outcome(boolean added, int removed) {}

  private final SigningKeys keys;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public RotateSigningKeys(SigningKeys keys, UnitOfWork unitOfWork, InstantSource system) {
    this.keys = keys;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle() {
    var now = system.instant();
    return unitOfWork.run(() -> rotate(keys.all(), now));
  }

  private Outcome rotate(List<SigningKey> all, Instant now) {
    var removed = 0;
    for (var place = 0; place + 1 < all.size(); place++) {
      if (!now.isBefore(all.get(place + 1).from().plus(KEPT))) {
        keys.remove(all.get(place).id());
        removed++;
      }
    }
    return new Outcome(!all.isEmpty() && isAdded(all.getLast(), now), removed);
  }

  private boolean isAdded(SigningKey newest, Instant now) {
    var needed = newest.from().plus(LIFE);
    if (now.isBefore(needed.minus(AHEAD))) {
      return false;
    }
    var shown = now.plus(SHOWN);
    keys.add(newest.number() + 1, needed.isAfter(shown) ? needed : shown);
    return true;
  }
}
