package org.mercat.application.integration.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.integration.ApiKeySecret;
import org.mercat.domain.tenancy.TenantId;

/** Driven port: all API keys. Every adapter must pass {@code ApiKeysContract}. */
public interface ApiKeys {

  /** The last use of a key is written down once in so long. */
  Duration BETWEEN_USES = Duration.ofMinutes(1);

  ApiKeyId nextId();

  /** A secret under a prefix that no key of the tenant has; nobody can guess it. */
  ApiKeySecret nextSecret();

  /** Another secret under the prefix. */
  ApiKeySecret nextSecret(String prefix);

  Optional<ApiKey> find(ApiKeyId id);

  /** The keys of a person that are not withdrawn, newest first. */
  Page<ApiKey> ofOwner(UserId owner, PageRequest request);

  void add(ApiKey key);

  /**
   * Stores version n + 1, and returns that.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  ApiKey update(ApiKey key);

  /** The tenant that has a key of the prefix; it may be asked in a unit of work of any tenant. */
  Optional<TenantId> tenantOf(String prefix);

  Optional<ApiKey> findByPrefix(String prefix);

  /** Notes that a key has been used, unless that was noted less than a minute before. */
  void used(ApiKeyId key, Instant at);
}
