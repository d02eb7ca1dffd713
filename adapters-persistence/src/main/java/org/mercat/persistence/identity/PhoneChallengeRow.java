package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.UUID;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.PhoneNumber;
import org.mercat.domain.identity.UserId;

/** Table {@code phone_challenge}, column for component. */
record PhoneChallengeRow(UUID userId, String phone, String codeHash, int tries, Instant sentAt) {

  static PhoneChallengeRow of(PhoneChallenge challenge) {
    return new PhoneChallengeRow(
        challenge.user().value(),
        challenge.number().value(),
        challenge.code().phc(),
        challenge.tries(),
        challenge.sentAt());
  }

  PhoneChallenge toDomain() {
    return new PhoneChallenge(
        new UserId(userId), new PhoneNumber(phone), new PasswordHash(codeHash), tries, sentAt);
  }
}
