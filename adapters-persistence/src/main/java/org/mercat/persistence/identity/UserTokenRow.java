package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.UUID;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.identity.UserToken;
import org.mercat.domain.identity.UserToken.Purpose;

/** Table {@code user_token}, column for component. */
record UserTokenRow(
    UUID userId,
    Purpose purpose,
    String sha256,
    String email,
    Instant issuedAt,
    Instant expiresAt) {

  static UserTokenRow of(UserToken token) {
    return new UserTokenRow(
        token.user().value(),
        token.purpose(),
        token.digest().hex(),
        token.email().value(),
        token.issuedAt(),
        token.expiresAt());
  }

  UserToken toDomain() {
    return new UserToken(
        new UserId(userId),
        purpose,
        new OneTimeToken.Digest(sha256),
        new EmailAddress(email),
        issuedAt,
        expiresAt);
  }
}
