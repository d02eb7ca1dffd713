package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;

/** Table {@code user_session}, column for component. */
record UserSessionRow(
    UUID id,
    UUID userId,
    String refreshTokenSha256,
    Instant openedAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    long version) {

  static UserSessionRow of(Session session) {
    return new UserSessionRow(
        session.id().value(),
        session.user().value(),
        session.refreshToken().hex(),
        session.openedAt(),
        session.expiresAt(),
        session.endedAt().orElse(null),
        session.version());
  }

  Session toDomain() {
    return new Session(
        new SessionId(id),
        new UserId(userId),
        new RefreshToken.Digest(refreshTokenSha256),
        openedAt,
        expiresAt,
        Optional.ofNullable(endedAt),
        version);
  }
}
