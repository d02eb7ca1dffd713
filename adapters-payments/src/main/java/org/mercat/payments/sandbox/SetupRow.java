package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.mercat.application.payment.port.PayerAccounts.SetupView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;

/**
 * The keeping of a method of payment as the sandbox keeps it.
 *
 * @param removed whether it was taken away again
 */
record SetupRow(SetupView view, GatewayReference payer, TestMethod method, boolean removed) {

  static SetupRow asked(OperationKey key, GatewayReference payer, TestMethod method) {
    var status =
        switch (method.payment()) {
          case FAILED -> Status.FAILED;
          case REQUIRES_ACTION -> Status.REQUIRES_ACTION;
          case SUCCEEDED, PENDING -> Status.SUCCEEDED;
        };
    var id = new GatewayReference(SandboxIds.next("seti"));
    return new SetupRow(new SetupView(id, key, status, kept(status)), payer, method, false);
  }

  static SetupRow read(ResultSet row) throws SQLException {
    return new SetupRow(
        new SetupView(
            new GatewayReference(row.getString("id")),
            OperationKey.parse(row.getString("operation")),
            Status.valueOf(row.getString("status")),
            Optional.ofNullable(row.getString("kept")).map(GatewayReference::new)),
        new GatewayReference(row.getString("payer")),
        TestMethod.valueOf(row.getString("method")),
        row.getBoolean("removed"));
  }

  /** False when something was asked for under the key before; this is then forgotten. */
  boolean add(Connection connection, Instant now) throws SQLException {
    return SandboxDatabase.change(
            connection,
            """
            insert into sandbox.setup (id, operation, payer, method, status, kept, created_at)
            values (?, ?, ?, ?, ?, nullif(?, ''), ?)
            on conflict (operation) do nothing
            """,
            view.reference().value(),
            view.key().text(),
            payer.value(),
            method,
            view.status(),
            name(view),
            now)
        == 1;
  }

  boolean isFor(GatewayReference asked, TestMethod with) {
    return payer.equals(asked) && method == with;
  }

  /** The owner tells the bank that it is he, or gives up. */
  SetupRow in(Connection connection, Status next) throws SQLException {
    var changed = new SetupView(view.reference(), view.key(), next, kept(next));
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            "update sandbox.setup set status = ?, kept = nullif(?, '') where id = ?",
            next,
            name(changed),
            view.reference().value()));
    return new SetupRow(changed, payer, method, removed);
  }

  private static Optional<GatewayReference> kept(Status status) {
    return status == Status.SUCCEEDED
        ? Optional.of(new GatewayReference(SandboxIds.next("pm")))
        : Optional.empty();
  }

  private static String name(SetupView view) {
    return view.method().map(GatewayReference::value).orElse("");
  }
}
