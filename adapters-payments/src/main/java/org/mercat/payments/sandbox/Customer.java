package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import org.mercat.application.shared.Acting;
import org.mercat.domain.payment.OperationKey;

/** The tenant for which something was asked of the sandbox, as merchants put it into metadata. */
final class Customer {

  /** Tells it of the subject of an event. */
  static final String TENANT = "(select tenant from sandbox.customer where subject = ?)";

  private Customer() {}

  /** Remembers for whom the booking or the provider of the key is; that never changes. */
  static void note(Connection connection, OperationKey key) throws SQLException {
    var _ =
        SandboxDatabase.change(
            connection,
            "insert into sandbox.customer (subject, tenant) values (?, ?) on conflict do nothing",
            subject(key),
            Acting.now().tenant().value().toString());
  }

  static String subject(OperationKey key) {
    return key.subject().id().toString();
  }
}
