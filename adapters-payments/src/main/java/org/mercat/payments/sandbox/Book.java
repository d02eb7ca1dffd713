package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;

/** How one table of things that were asked for under a key is read. */
record Book<R>(String table, SandboxDatabase.Reader<R> reader) {

  private static final int MOST = 1_000;
  private static final String NEWEST_FIRST = " order by id desc limit " + MOST;

  static final Book<PaymentRow> PAYMENTS = new Book<>("sandbox.payment", PaymentRow::read);
  static final Book<RefundRow> REFUNDS = new Book<>("sandbox.refund", RefundRow::read);
  static final Book<AccountRow> ACCOUNTS = new Book<>("sandbox.account", AccountRow::read);

  static final Book<TransferRow> TRANSFERS = new Book<>("sandbox.transfer", TransferRow::read);
  static final Book<ReversalRow> REVERSALS = new Book<>("sandbox.reversal", ReversalRow::read);
  static final Book<DisputeRow> DISPUTES = new Book<>("sandbox.dispute", DisputeRow::read);
  static final Book<PayoutRow> PAYOUTS = new Book<>("sandbox.payout", PayoutRow::read);

  static final Book<SetupRow> SETUPS = new Book<>("sandbox.setup", SetupRow::read);

  Optional<R> find(Connection connection, GatewayReference reference) throws SQLException {
    return SandboxDatabase.one(connection, selectBy("id"), reader, reference.value());
  }

  /** Nobody else may change it before this transaction ends. */
  Optional<R> lock(Connection connection, GatewayReference reference) throws SQLException {
    return SandboxDatabase.one(
        connection, selectBy("id") + " for update", reader, reference.value());
  }

  Optional<R> find(Connection connection, OperationKey key) throws SQLException {
    return SandboxDatabase.one(connection, selectBy("operation"), reader, key.text());
  }

  /** What was asked for about a booking, a provider or a payout, the newest first. */
  List<R> about(Connection connection, UUID subject) throws SQLException {
    return SandboxDatabase.all(
        connection,
        selectBy("split_part(operation, ':', 2)") + NEWEST_FIRST,
        reader,
        subject.toString());
  }

  /** All of it, the newest first, up to a limit. */
  List<R> newest(Connection connection) throws SQLException {
    return SandboxDatabase.all(connection, "select * from " + table + NEWEST_FIRST, reader);
  }

  private String selectBy(String column) {
    return "select * from " + table + " where " + column + " = ?";
  }
}
