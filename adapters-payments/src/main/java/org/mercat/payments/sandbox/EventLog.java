package org.mercat.payments.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import org.mercat.application.payment.port.PaymentGateway.Status;

/**
 * Writes down what happened in the same transaction, so that an event is there exactly when its
 * change is.
 */
final class EventLog {

  /** What the next event needs to be sent off. */
  private record Next(long number, DeliveryRules rules) {}

  private final InstantSource clock;

  EventLog(InstantSource clock) {
    this.clock = clock;
  }

  void append(Connection connection, PaymentRow payment) throws SQLException {
    var type = "payment." + Views.word(payment.view().status());
    append(connection, type, payment.view().reference().value(), Views.of(payment));
  }

  /** Of a refund only its end is told. */
  void append(Connection connection, RefundRow refund) throws SQLException {
    var status = refund.view().status();
    if (status != Status.PENDING) {
      var type = "refund." + Views.word(status);
      append(connection, type, refund.view().reference().value(), Views.of(refund));
    }
  }

  void append(Connection connection, AccountRow account) throws SQLException {
    append(connection, "account.updated", account.view().reference().value(), Views.of(account));
  }

  private void append(Connection connection, String type, String object, ObjectNode content)
      throws SQLException {
    var now = clock.instant();
    var next =
        SandboxDatabase.one(
                connection,
                "select nextval('sandbox.event_number') as number, * from sandbox.delivery",
                row -> new Next(row.getLong("number"), DeliveryRules.of(row)))
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
    body.putObject("data").set("object", content);
    var journey = next.rules().journey(next.number(), now);
    new EventRow(
            next.number(),
            id,
            type,
            object,
            body.toString(),
            EventRow.State.PENDING,
            0,
            journey,
            now)
        .add(connection);
  }
}
