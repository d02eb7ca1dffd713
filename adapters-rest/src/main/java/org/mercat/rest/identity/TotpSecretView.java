package org.mercat.rest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.TotpSecret;

/**
 * What an authenticator has to know, to be typed or as a link.
 *
 * @param secret in base 32
 * @param uri what a QR code for authenticators says
 */
record TotpSecretView(String secret, String uri) {

  private static final String MARKET = "Mercat";

  static TotpSecretView of(TotpSecret secret, EmailAddress email) {
    var uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d"
            .formatted(
                MARKET,
                URLEncoder.encode(email.value(), UTF_8),
                secret.base32(),
                MARKET,
                TotpSecret.STEP.toSeconds());
    return new TotpSecretView(secret.base32(), uri);
  }

  @Override
  public String toString() {
    return "TotpSecretView[...]";
  }
}
