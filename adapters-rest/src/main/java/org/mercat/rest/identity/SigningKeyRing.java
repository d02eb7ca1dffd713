package org.mercat.rest.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mercat.application.identity.port.SigningKeys;
import org.mercat.application.identity.port.SigningKeys.SigningKey;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;

/**
 * The keys at hand, of each tenant its own. They are read again after a minute, which is long
 * before the next one signs; for an id that nobody knows once a second at the most, so that
 * invented ids cost nothing.
 */
public final class SigningKeyRing {

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private record Read(List<SigningKey> keys, Instant at) {

    Optional<SigningKey> find(String id) {
      return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** The last one that has begun; the clock of who made the first one may be ahead. */
    SigningKey signing(Instant now) {
      return keys.stream()
          .filter(key -> !key.from().isAfter(now))
          .reduce((_, later) -> later)
          .orElseGet(keys::getFirst);
    }

    boolean isYoungerThan(Duration age, Instant now) {
      return now.isBefore(at.plus(age));
    }
  }

  private final SigningKeys keys;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;
  private final Map<TenantId, Read> known = new ConcurrentHashMap<>();

  public SigningKeyRing(SigningKeys keys, UnitOfWork unitOfWork, InstantSource system) {
    this.keys = keys;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  /** The key that signs for the tenant; the first one is made when it is first asked for. */
  SigningKey current(TenantId tenant) {
    var now = system.instant();
    return readOrMade(tenant, now).signing(now);
  }

  /** All keys of the tenant, also those that are going to sign. */
  List<SigningKey> all(TenantId tenant) {
    return readOrMade(tenant, system.instant()).keys();
  }

  /** A key of the tenant by its id. */
  Optional<SigningKey> find(TenantId tenant, String id) {
    var now = system.instant();
    var read = read(tenant, FRESH, now);
    var found = read.find(id);
    return found.isPresent() || read.isYoungerThan(PATIENCE, now)
        ? found
        : read(tenant, PATIENCE, now).find(id);
  }

  private Read readOrMade(TenantId tenant, Instant now) {
    var read = read(tenant, FRESH, now);
    return read.keys().isEmpty() ? remember(tenant, made(tenant, now), now) : read;
  }

  private Read read(TenantId tenant, Duration age, Instant now) {
    var read = known.get(tenant);
    return read != null && read.isYoungerThan(age, now)
        ? read
        : remember(tenant, stored(tenant), now);
  }

  /** A tenant without keys is none, or nobody has signed in there: there is nothing to remember. */
  private Read remember(TenantId tenant, List<SigningKey> found, Instant now) {
    var read = new Read(found, now);
    if (!found.isEmpty()) {
      known.put(tenant, read);
    }
    return read;
  }

  private List<SigningKey> stored(TenantId tenant) {
    return Acting.now().in(tenant).call(() -> unitOfWork.run(keys::all));
  }

  private List<SigningKey> made(TenantId tenant, Instant now) {
    return Acting.now()
        .in(tenant)
        .call(
            () ->
                unitOfWork.run(
                    () -> {
                      keys.add(1, now);
                      return keys.all();
                    }));
  }
}
