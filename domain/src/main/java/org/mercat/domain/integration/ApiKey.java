package org.mercat.domain.integration;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKeyEvent.ApiKeyMade;
import org.mercat.domain.integration.ApiKeyEvent.ApiKeyRotated;
import org.mercat.domain.integration.ApiKeyEvent.ApiKeyWithdrawn;
import org.mercat.domain.shared.Permission;

/**
 * A program's own way in, in the name of a person and for less than the person may do. Immutable:
 * every command returns the next key, or why not.
 *
 * @param secrets the one in use, and for a while the one before it
 */
public record ApiKey(
    ApiKeyId id, UserId owner, Terms terms, Secrets secrets, Life life, long version) {

  public static final int LONGEST_NAME = 100;

  /** So long the secret before is good beside its successor, unless its owner says otherwise. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  /** A program that has a key gets no way to more: neither to keys nor to accounts and tenants. */
  private static final Set<Permission> NEVER =
      Set.of(
          Permission.ACCOUNT_OWN,
          Permission.ACCOUNT_MANAGE,
          Permission.ADMIN_MANAGE,
          Permission.API_KEY_OWN,
          Permission.TENANT_MANAGE);

  /** A new key and the event that tells of it. */
  public record Made(ApiKey key, ApiKeyMade event) {}

  /** What a command makes of a key. */
  public sealed interface Transition {
    record Done(ApiKey key, ApiKeyEvent event) implements Transition {}

    record Refused(Refusal why) implements Transition {}
  }

  /** Why a command changes nothing. */
  public enum Refusal {
    /** Its owner has withdrawn it; nobody sees it any more. */
    WITHDRAWN,
    EXPIRED
  }

  /**
   * What its owner says of it.
   *
   * @param scopes what it is for; never what a key may not do at all
   */
  public record Terms(String name, Set<Permission> scopes, Optional<Instant> expiresAt) {
    public Terms {
      scopes = Set.copyOf(scopes);
      if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
        throw new IllegalArgumentException("a key's name has 1 to " + LONGEST_NAME + " characters");
      }
      if (scopes.isEmpty() || !possibleScopes().containsAll(scopes)) {
        throw new IllegalArgumentException("no scopes of a key: " + scopes);
      }
    }
  }

  /** The digest of the secret in use, and of the one that it has replaced. */
  public record Secrets(String prefix, ApiKeySecret.Digest current, Optional<Previous> previous) {

    /** A secret that is good until then, and not then. */
    public record Previous(ApiKeySecret.Digest digest, Instant until) {}

    /** Whether it is one of them; which one shows neither in the answer nor in the time. */
    boolean include(ApiKeySecret.Digest sent, Instant now) {
      var isCurrent = current.matches(sent);
      var isPrevious =
          previous
              .filter(before -> before.digest().matches(sent))
              .filter(before -> now.isBefore(before.until()))
              .isPresent();
      return isCurrent || isPrevious;
    }
  }

  /**
   * When what happened to it.
   *
   * @param usedAt the last time, to a minute
   */
  public record Life(Instant madeAt, Optional<Instant> withdrawnAt, Optional<Instant> usedAt) {}

  /** All that a key can be for. */
  public static Set<Permission> possibleScopes() {
    return EnumSet.complementOf(EnumSet.copyOf(NEVER));
  }

  public static Made make(
      ApiKeyId id, UserId owner, Terms terms, ApiKeySecret secret, Instant now) {
    var secrets = new Secrets(secret.prefix(), secret.digest(), Optional.empty());
    var life = new Life(now, Optional.empty(), Optional.empty());
    return new Made(new ApiKey(id, owner, terms, secrets, life, 0), new ApiKeyMade(id, owner, now));
  }

  /**
   * The key has another secret from now on, of the same prefix; the present one is good for a while
   * longer, and whatever was before it no longer.
   *
   * @param overlap 0 to {@link #LONGEST_OVERLAP}
   */
  public Transition rotate(ApiKeySecret next, Duration overlap, Instant now) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new IllegalArgumentException("no overlap: " + overlap);
    }
    if (isWithdrawn()) {
      return new Transition.Refused(Refusal.WITHDRAWN);
    }
    if (isExpired(now)) {
      return new Transition.Refused(Refusal.EXPIRED);
    }
    var previous =
        overlap.isZero()
            ? Optional.<Secrets.Previous>empty()
            : Optional.of(new Secrets.Previous(secrets.current(), now.plus(overlap)));
    var rotated = new Secrets(secrets.prefix(), next.digest(), previous);
    return new Transition.Done(
        new ApiKey(id, owner, terms, rotated, life, version), new ApiKeyRotated(id, owner, now));
  }

  /** No secret of it is good from now on. */
  public Transition withdraw(Instant now) {
    if (isWithdrawn()) {
      return new Transition.Refused(Refusal.WITHDRAWN);
    }
    var ended = new Life(life.madeAt(), Optional.of(now), life.usedAt());
    return new Transition.Done(
        new ApiKey(id, owner, terms, secrets, ended, version), new ApiKeyWithdrawn(id, owner, now));
  }

  /** Whether whoever sends this secret may come in by the key. */
  public boolean admits(ApiKeySecret sent, Instant now) {
    return secrets.include(sent.digest(), now) && !isWithdrawn() && !isExpired(now);
  }

  /**
   * What it allows: never more than its owner may do now, and nothing that needs what the key is
   * not for.
   */
  public Set<Permission> allows(Set<Permission> owners) {
    return terms.scopes().stream()
        .filter(scope -> owners.contains(scope) && owners.containsAll(scope.needs()))
        .filter(scope -> terms.scopes().containsAll(scope.needs()))
        .collect(toUnmodifiableSet());
  }

  public boolean isWithdrawn() {
    return life.withdrawnAt().isPresent();
  }

  private boolean isExpired(Instant now) {
    return terms.expiresAt().filter(end -> !now.isBefore(end)).isPresent();
  }
}
