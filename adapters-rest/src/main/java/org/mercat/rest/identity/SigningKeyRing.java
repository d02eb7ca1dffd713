package org.mercat.rest.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.port.SigningKeys;
import org.mercat.application.identity.port.SigningKeys.SigningKey;
import org.mercat.application.shared.UnitOfWork;

/**
 * The keys at hand: each is read once. For an id that nobody knows the store is asked once a second
 * at the most, so that invented ids cost nothing.
 */
public final class SigningKeyRing {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final SigningKeys keys;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;
  private final Map<String, SigningKey> known = new ConcurrentHashMap<>();
  private volatile @Nullable SigningKey current;
  private volatile Instant askAgainFrom = Instant.MIN;

  public SigningKeyRing(SigningKeys keys, UnitOfWork unitOfWork, InstantSource system) {
    this.keys = keys;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  SigningKey current() {
    var key = current;
    if (key == null) {
      key = unitOfWork.run(keys::current);
      known.put(key.id(), key);
      current = key;
    }
    return key;
  }

  Optional<SigningKey> find(String id) {
    return current().id().equals(id)
        ? Optional.of(current())
        : Optional.ofNullable(known.get(id)).or(() -> ask(id));
  }

  private Optional<SigningKey> ask(String id) {
    var now = system.instant();
    if (now.isBefore(askAgainFrom)) {
      return Optional.empty();
    }
    askAgainFrom = now.plus(PATIENCE);
    var found = unitOfWork.run(() -> keys.find(id));
    found.ifPresent(key -> known.put(id, key));
    return found;
  }
}
