package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.payment.port.PaymentGateway.Requirements;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;

/** A payee's account as the sandbox keeps it. */
record AccountRow(PayeeView view, PayeeProfile profile) {

  private static final Requirements NEEDED =
      new Requirements(List.of("external_account", "individual.first_name"), Optional.empty());

  static AccountRow asked(OperationKey key, PayeeProfile profile) {
    var id = new GatewayReference(SandboxIds.next("acct"));
    return new AccountRow(new PayeeView(id, key, false, false, NEEDED), profile);
  }

  static AccountRow read(ResultSet row) throws SQLException {
    return new AccountRow(
        new PayeeView(
            new GatewayReference(row.getString("id")),
            OperationKey.parse(row.getString("operation")),
            row.getBoolean("details_submitted"),
            row.getBoolean("payouts_enabled"),
            row.getBoolean("details_submitted") ? Requirements.NONE : NEEDED),
        new PayeeProfile(
            row.getString("business_name"), row.getString("country"), row.getString("email")));
  }

  /** False when something was asked for under the key before; this is then forgotten. */
  boolean add(Connection connection, Instant now) throws SQLException {
    return SandboxDatabase.change(
            connection,
            """
            insert into sandbox.account (id, operation, business_name, country, email, created_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (operation) do nothing
            """,
            view.reference().value(),
            view.key().text(),
            profile.businessName(),
            profile.country(),
            profile.email(),
            now)
        == 1;
  }

  /** What was answered when it was asked for. */
  PayeeView answered() {
    return new PayeeView(view.reference(), view.key(), false, false, NEEDED);
  }

  AccountRow finished(Connection connection) throws SQLException {
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            """
            update sandbox.account set details_submitted = true, payouts_enabled = true
             where id = ?
            """,
            view.reference().value()));
    return new AccountRow(
        new PayeeView(view.reference(), view.key(), true, true, Requirements.NONE), profile);
  }
}
