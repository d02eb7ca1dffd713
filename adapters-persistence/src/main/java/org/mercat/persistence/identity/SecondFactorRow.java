package org.mercat.persistence.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.Sealer;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.TotpSecret;
import org.mercat.domain.identity.UserId;

/**
 * Table {@code second_factor}, column for component.
 *
 * @param sealedSecret sealed for its person alone, in base 64
 */
record SecondFactorRow(
    UUID userId,
    String sealedSecret,
    Instant begunAt,
    @Nullable Instant activeSince,
    long lastStep) {

  static SecondFactorRow of(SecondFactor factor, Sealer sealer) {
    var user = factor.user().value();
    var sealed = sealer.seal(factor.secret().base32().getBytes(US_ASCII), purpose(user));
    return new SecondFactorRow(
        user,
        Base64.getEncoder().encodeToString(sealed),
        factor.begunAt(),
        factor.activeSince().orElse(null),
        factor.lastStep());
  }

  SecondFactor toDomain(Sealer sealer) {
    var secret = sealer.open(Base64.getDecoder().decode(sealedSecret), purpose(userId));
    return new SecondFactor(
        new UserId(userId),
        new TotpSecret(new String(secret, US_ASCII)),
        begunAt,
        Optional.ofNullable(activeSince),
        lastStep);
  }

  /** Nobody can put the secret of one person in the place of another's. */
  private static String purpose(UUID user) {
    return "second-factor " + user;
  }
}
