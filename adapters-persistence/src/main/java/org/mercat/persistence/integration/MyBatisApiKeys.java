package org.mercat.persistence.integration;

import static java.util.stream.Collectors.joining;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.mercat.application.integration.port.ApiKeys;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.integration.ApiKeySecret;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisApiKeys implements ApiKeys {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LETTERS_OF_A_PREFIX = 12;
  private static final int BYTES_OF_A_SECRET = 32;

  private final Sessions sessions;
  private final SecureRandom random = new SecureRandom();

  public MyBatisApiKeys(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public ApiKeyId nextId() {
    return new ApiKeyId(Ids.next());
  }

  /** Of 62 random bits, so that a prefix which is there already is a fault and not a case. */
  @Override
  public ApiKeySecret nextSecret() {
    return nextSecret(
        random
            .ints(LETTERS_OF_A_PREFIX, 0, LETTERS.length())
            .mapToObj(index -> LETTERS.substring(index, index + 1))
            .collect(joining()));
  }

  @Override
  public ApiKeySecret nextSecret(String prefix) {
    var bytes = new byte[BYTES_OF_A_SECRET];
    random.nextBytes(bytes);
    return new ApiKeySecret(prefix, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(ApiKeyRow::toDomain);
  }

  @Override
  public Page<ApiKey> ofOwner(UserId owner, PageRequest request) {
    var found = mapper().ofOwner(owner.value(), request.after().orElse(null), request.limit() + 1);
    return Page.of(found, request, ApiKeyRow::id).map(ApiKeyRow::toDomain);
  }

  @Override
  public void add(ApiKey key) {
    var _ = mapper().insert(ApiKeyRow.of(key));
  }

  @Override
  public ApiKey update(ApiKey key) {
    if (mapper().update(ApiKeyRow.of(key)) == 0) {
      throw new ConcurrencyConflict("api key " + key.id().value());
    }
    return find(key.id()).orElseThrow();
  }

  @Override
  public Optional<TenantId> tenantOf(String prefix) {
    return Optional.ofNullable(mapper().tenantOf(prefix)).map(TenantId::new);
  }

  @Override
  public Optional<ApiKey> findByPrefix(String prefix) {
    return Optional.ofNullable(mapper().findByPrefix(prefix)).map(ApiKeyRow::toDomain);
  }

  @Override
  public void used(ApiKeyId key, Instant at) {
    var _ = mapper().used(key.value(), at, at.minus(BETWEEN_USES));
  }

  private ApiKeyMapper mapper() {
    return sessions.mapper(ApiKeyMapper.class);
  }
}
