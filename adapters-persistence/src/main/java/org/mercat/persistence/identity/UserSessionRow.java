package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.identity.RefreshFamily;
import org.mercat.domain.identity.RefreshFamily.Rotation;
import org.mercat.domain.identity.RefreshToken.Digest;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserId;

/** Table {@code user_session}, column for component. */
record UserSessionRow(
    UUID id,
    UUID userId,
    String familyMark,
    String refreshTokenSha256,
    @Nullable String usedTokenSha256,
    @Nullable String rotationSalt,
    @Nullable Instant rotatedAt,
    @Nullable String userAgent,
    @Nullable String address,
    Instant openedAt,
    Instant lastSeenAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    long version) {

  static UserSessionRow of(Session session) {
    var family = session.family();
    return new UserSessionRow(
        session.id().value(),
        session.user().value(),
        family.mark(),
        family.current().hex(),
        family.last().map(Rotation::used).map(Digest::hex).orElse(null),
        family.last().map(Rotation::salt).orElse(null),
        family.last().map(Rotation::at).orElse(null),
        session.origin().userAgent().orElse(null),
        session.origin().address().orElse(null),
        session.openedAt(),
        session.lastSeenAt(),
        session.expiresAt(),
        session.endedAt().orElse(null),
        session.version());
  }

  Session toDomain() {
    return new Session(
        new SessionId(id),
        new UserId(userId),
        new RefreshFamily(familyMark, new Digest(refreshTokenSha256), rotation()),
        new SessionOrigin(Optional.ofNullable(userAgent), Optional.ofNullable(address)),
        openedAt,
        lastSeenAt,
        expiresAt,
        Optional.ofNullable(endedAt),
        version);
  }

  private Optional<Rotation> rotation() {
    return usedTokenSha256 == null || rotationSalt == null || rotatedAt == null
        ? Optional.empty()
        : Optional.of(new Rotation(new Digest(usedTokenSha256), rotationSalt, rotatedAt));
  }

  @Override
  public String toString() {
    return "UserSessionRow[" + id + "]";
  }
}
