package org.mercat.payments.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;

/**
 * Writes down what happened in the same transaction, so that an event is there exactly when its
 * change is.
 */
final class EventLog {

  /** What the next event needs to be sent off. */
  private record Next(long number, DeliveryRules rules, Optional<String> tenant) {}

  private final InstantSource clock;

  EventLog(InstantSource clock) {
    this.clock = clock;
  }

  void append(Connection connection, PaymentRow payment) throws SQLException {
    var type = "payment." + Views.word(payment.view().status());
    append(connection, type, payment.view(), Views.of(payment));
  }

  /** What was given back of a payment unasked. */
  void appendRefunded(Connection connection, PaymentRow payment) throws SQLException {
    append(connection, "payment.refunded", payment.view(), Views.of(payment));
  }

  /** Of a refund only its end is told. */
  void append(Connection connection, RefundRow refund) throws SQLException {
    var status = refund.view().status();
    if (status != Status.PENDING) {
      var type = "refund." + Views.word(status);
      append(connection, type, refund.view(), Views.of(refund));
    }
  }

  void append(Connection connection, AccountRow account) throws SQLException {
    append(connection, "account.updated", account.view(), Views.of(account));
  }

  void append(Connection connection, TransferRow transfer) throws SQLException {
    var type = transfer.view().reversed().isZero() ? "transfer.created" : "transfer.reversed";
    append(connection, type, transfer.view(), Views.of(transfer));
  }

  void append(Connection connection, PayoutRow payout) throws SQLException {
    var type = "payout." + Views.word(payout.view().status());
    append(connection, type, payout.view(), Views.of(payout));
  }

  void append(Connection connection, String type, DisputeRow dispute) throws SQLException {
    append(connection, type, dispute.key(), dispute.id(), Views.of(dispute));
  }

  void appendWarning(Connection connection, GatewayReference warning, OperationKey key)
      throws SQLException {
    append(connection, "fraud_warning.created", key, warning, Views.ofWarning(warning, key));
  }

  void append(Connection connection, SetupRow setup) throws SQLException {
    var view = setup.view();
    append(
        connection,
        "setup." + Views.word(view.status()),
        view.key(),
        view.reference(),
        Views.of(setup));
  }

  private void append(Connection connection, String type, View changed, ObjectNode content)
      throws SQLException {
    append(connection, type, changed.key(), changed.reference(), content);
  }

  private void append(
      Connection connection,
      String type,
      OperationKey key,
      GatewayReference changed,
      ObjectNode content)
      throws SQLException {
    var now = clock.instant();
    var next =
        SandboxDatabase.one(
                connection,
                "select nextval('sandbox.event_number') as number, "
                    + Customer.TENANT
                    + " as tenant, delivery.* from sandbox.delivery",
                row ->
                    new Next(
                        row.getLong("number"),
                        DeliveryRules.of(row),
                        Optional.ofNullable(row.getString("tenant"))),
                Customer.subject(key))
            .orElseThrow();
    var id = SandboxIds.next("evt");
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("object", "event")
            .put("id", id)
            .put("type", type)
            .put("created", now.getEpochSecond())
            .put("livemode", false);
    next.tenant().ifPresent(tenant -> body.put("tenant", tenant));
    body.putObject("data").set("object", content);
    var journey = next.rules().journey(next.number(), now);
    new EventRow(
            next.number(),
            id,
            type,
            changed.value(),
            body.toString(),
            EventRow.State.PENDING,
            0,
            journey,
            now)
        .add(connection);
  }
}
