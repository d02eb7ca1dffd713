package org.mercat.application.integration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mercat.application.integration.port.ApiKeys;
import org.mercat.application.integration.port.KeyOwners;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.integration.ApiKeySecret;
import org.mercat.domain.tenancy.TenantId;

/**
 * Finds out in whose name a program calls. The key must be good and its owner may be signed in, as
 * both were at most a second ago; it has no role, only what its owner may do of what it is for.
 */
public final class AuthenticateKey {

  /** So long an answer is good for the same key, on this node. */
  static final Duration MEMORY = Duration.ofSeconds(1);

  /** So many answers are remembered at the most. */
  static final int MOST = 10_000;

  /** What was sent as a Bearer token. */
  public record Command(String text) {
    @Override
    public String toString() {
      return "Command[...]";
    }
  }

  public sealed interface Outcome {
    record Authenticated(TenantId tenant, ApiKeyId key, Caller caller) implements Outcome {}

    record Refused() implements Outcome {}
  }

  private record Remembered(Outcome.Authenticated answer, Instant at) {
    boolean holdsAt(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(MEMORY));
    }
  }

  private final ApiKeys keys;
  private final KeyOwners owners;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;
  private final Map<ApiKeySecret.Digest, Remembered> memory = new ConcurrentHashMap<>();

  public AuthenticateKey(
      ApiKeys keys, KeyOwners owners, UnitOfWork unitOfWork, InstantSource system) {
    this.keys = keys;
    this.owners = owners;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    var now = system.instant();
    return ApiKeySecret.parse(command.text())
        .flatMap(sent -> known(sent, now))
        .<Outcome>map(Remembered::answer)
        .orElseGet(Outcome.Refused::new);
  }

  /** The key is withdrawn: this node forgets it at once, the others within a second. */
  void forget(ApiKeyId key) {
    memory.values().removeIf(remembered -> remembered.answer().key().equals(key));
  }

  private Optional<Remembered> known(ApiKeySecret sent, Instant now) {
    var digest = sent.digest();
    var found =
        Optional.ofNullable(memory.get(digest))
            .filter(remembered -> remembered.holdsAt(now))
            .or(() -> look(sent, now));
    found.ifPresentOrElse(fresh -> remember(digest, fresh), () -> memory.remove(digest));
    return found;
  }

  private Optional<Remembered> look(ApiKeySecret sent, Instant now) {
    return unitOfWork
        .run(() -> keys.tenantOf(sent.prefix()))
        .flatMap(
            tenant ->
                Acting.now().in(tenant).call(() -> unitOfWork.run(() -> look(tenant, sent, now))));
  }

  private Optional<Remembered> look(TenantId tenant, ApiKeySecret sent, Instant now) {
    return keys.findByPrefix(sent.prefix())
        .filter(key -> key.admits(sent, now))
        .flatMap(
            key ->
                owners
                    .permissions(key.owner())
                    .map(key::allows)
                    .map(allowed -> new Caller(key.owner(), Set.of(), allowed))
                    .map(caller -> new Outcome.Authenticated(tenant, key.id(), caller))
                    .map(answer -> noted(answer, now)));
  }

  private Remembered noted(Outcome.Authenticated answer, Instant now) {
    keys.used(answer.key(), now);
    return new Remembered(answer, now);
  }

  private void remember(ApiKeySecret.Digest digest, Remembered fresh) {
    if (memory.size() >= MOST) {
      memory.clear();
    }
    memory.put(digest, fresh);
  }
}
