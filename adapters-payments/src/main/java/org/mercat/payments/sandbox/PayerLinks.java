package org.mercat.payments.sandbox;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.mercat.application.payment.port.PayerActions.PayerAction;
import org.mercat.domain.payment.GatewayReference;

/**
 * The addresses of the pages on which a payer acts. Each is a secret; what is kept of it is a
 * digest.
 */
final class PayerLinks {

  static final String PATH = "sandbox/payer";

  private final URI api;

  /**
   * @param api where the application's API is found from outside, without a slash at the end
   */
  PayerLinks(URI api) {
    this.api = api;
  }

  /** A page about what waits for its payer. */
  PayerAction make(Connection connection, GatewayReference object, Instant now)
      throws SQLException {
    var secret = SandboxIds.secret();
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            "insert into sandbox.payer_link (secret_sha256, object, created_at) values (?, ?, ?)",
            SandboxIds.digest(secret),
            object.value(),
            now));
    return new PayerAction(api + "/" + PATH + "/" + secret);
  }

  /** What the page of that secret is about. */
  static Optional<GatewayReference> object(Connection connection, String secret)
      throws SQLException {
    return SandboxDatabase.one(
        connection,
        "select object from sandbox.payer_link where secret_sha256 = ?",
        row -> new GatewayReference(row.getString("object")),
        SandboxIds.digest(secret));
  }
}
