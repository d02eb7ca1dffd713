package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;

/** The methods that are kept for customers, and those that everybody may pay with once. */
final class KeptMethods {

  private static final String KEPT = "select * from sandbox.setup where kept = ? and payer = ?";

  private KeptMethods() {}

  /** As what a method behaves now; empty for one that nobody knows, or that is not the payer's. */
  static Optional<TestMethod> of(Connection connection, PaymentMethod method) throws SQLException {
    return method.payer().isEmpty()
        ? TestMethod.of(method.token())
        : kept(connection, method.payer().get(), method.token())
            .filter(setup -> !setup.removed())
            .map(SetupRow::method);
  }

  /** The same for a call that may have been made before, when the method was still kept. */
  static Optional<TestMethod> of(Connection connection, PaymentMethod method, OperationKey key)
      throws SQLException {
    var now = of(connection, method);
    return now.isPresent() || method.payer().isEmpty()
        ? now
        : asBefore(connection, kept(connection, method.payer().get(), method.token()), key);
  }

  /** From now on nobody pays with it; false if nobody could. */
  static boolean remove(Connection connection, GatewayReference payer, GatewayReference method)
      throws SQLException {
    return SandboxDatabase.change(
            connection,
            """
            update sandbox.setup set removed = true where kept = ? and payer = ? and not removed
            """,
            method.value(),
            payer.value())
        == 1;
  }

  private static Optional<TestMethod> asBefore(
      Connection connection, Optional<SetupRow> removed, OperationKey key) throws SQLException {
    return Book.PAYMENTS.find(connection, key).isPresent()
        ? removed.map(SetupRow::method)
        : Optional.empty();
  }

  private static Optional<SetupRow> kept(
      Connection connection, GatewayReference payer, String token) throws SQLException {
    return SandboxDatabase.one(connection, KEPT, SetupRow::read, token, payer.value());
  }
}
