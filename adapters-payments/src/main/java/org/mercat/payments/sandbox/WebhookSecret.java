package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;

/** The secret that the sandbox and the application share: made once, the same for every node. */
final class WebhookSecret {

  private WebhookSecret() {}

  static String keep(Connection connection) throws SQLException {
    var _ =
        SandboxDatabase.change(
            connection,
            "insert into sandbox.webhook_secret (secret) values (?) on conflict do nothing",
            SandboxIds.secret());
    return SandboxDatabase.one(
            connection, "select secret from sandbox.webhook_secret", row -> row.getString("secret"))
        .orElseThrow();
  }
}
