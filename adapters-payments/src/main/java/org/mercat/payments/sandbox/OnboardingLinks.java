package org.mercat.payments.sandbox;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.domain.payment.GatewayReference;

/**
 * The addresses of the page on which a payee finishes the opening of its account. Each is a secret;
 * what is kept of it is a digest.
 */
final class OnboardingLinks {

  static final String PATH = "sandbox/onboarding";

  private final URI api;

  /**
   * @param api where the application's API is found from outside, without a slash at the end
   */
  OnboardingLinks(URI api) {
    this.api = api;
  }

  OnboardingLink make(Connection connection, GatewayReference account, Instant now)
      throws SQLException {
    var secret = SandboxIds.secret();
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            "insert into sandbox.onboarding_link (secret_sha256, account, created_at) values (?, ?, ?)",
            SandboxIds.digest(secret),
            account.value(),
            now));
    return new OnboardingLink(api + "/" + PATH + "/" + secret);
  }

  /** Whose link it is. */
  static Optional<GatewayReference> account(Connection connection, String secret)
      throws SQLException {
    return SandboxDatabase.one(
        connection,
        "select account from sandbox.onboarding_link where secret_sha256 = ?",
        row -> new GatewayReference(row.getString("account")),
        SandboxIds.digest(secret));
  }
}
