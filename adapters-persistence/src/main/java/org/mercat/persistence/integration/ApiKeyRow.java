package org.mercat.persistence.integration;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKey.Life;
import org.mercat.domain.integration.ApiKey.Secrets;
import org.mercat.domain.integration.ApiKey.Secrets.Previous;
import org.mercat.domain.integration.ApiKey.Terms;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.integration.ApiKeySecret.Digest;
import org.mercat.domain.shared.Permission;

/** Table {@code api_key}, column for component. */
record ApiKeyRow(
    UUID id,
    UUID ownerId,
    String name,
    String prefix,
    String secretSha256,
    @Nullable String previousSha256,
    @Nullable Instant previousUntil,
    String scopes,
    Instant madeAt,
    @Nullable Instant expiresAt,
    @Nullable Instant withdrawnAt,
    @Nullable Instant usedAt,
    long version) {

  static ApiKeyRow of(ApiKey key) {
    var previous = key.secrets().previous();
    return new ApiKeyRow(
        key.id().value(),
        key.owner().value(),
        key.terms().name(),
        key.secrets().prefix(),
        key.secrets().current().hex(),
        previous.map(Previous::digest).map(Digest::hex).orElse(null),
        previous.map(Previous::until).orElse(null),
        key.terms().scopes().stream().map(Permission::name).sorted().collect(joining(",")),
        key.life().madeAt(),
        key.terms().expiresAt().orElse(null),
        key.life().withdrawnAt().orElse(null),
        key.life().usedAt().orElse(null),
        key.version());
  }

  ApiKey toDomain() {
    var scopes =
        Stream.of(scopes().split(",", -1)).map(Permission::valueOf).collect(toUnmodifiableSet());
    return new ApiKey(
        new ApiKeyId(id),
        new UserId(ownerId),
        new Terms(name, scopes, Optional.ofNullable(expiresAt)),
        new Secrets(prefix, new Digest(secretSha256), previous()),
        new Life(madeAt, Optional.ofNullable(withdrawnAt), Optional.ofNullable(usedAt)),
        version);
  }

  private Optional<Previous> previous() {
    return previousSha256 == null || previousUntil == null
        ? Optional.empty()
        : Optional.of(new Previous(new Digest(previousSha256), previousUntil));
  }
}
