package org.mercat.payments.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.payments.shared.EventBody;

/**
 * The body of a webhook: only what has changed, not how.
 *
 * @param tenant whose it is; the default one's if the sandbox names none
 */
record WebhookMessage(TenantId tenant, Message message) {

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("payment.succeeded", Kind.PAYMENT_CHANGED),
          Map.entry("payment.failed", Kind.PAYMENT_CHANGED),
          Map.entry("payment.refunded", Kind.PAYMENT_CHANGED),
          Map.entry("payment.requires_action", Kind.PAYMENT_CHANGED),
          Map.entry("refund.succeeded", Kind.REFUND_CHANGED),
          Map.entry("refund.failed", Kind.REFUND_CHANGED),
          Map.entry("account.updated", Kind.PAYEE_CHANGED),
          Map.entry("transfer.created", Kind.TRANSFER_CHANGED),
          Map.entry("transfer.reversed", Kind.TRANSFER_CHANGED),
          Map.entry("dispute.created", Kind.DISPUTE_CHANGED),
          Map.entry("dispute.updated", Kind.DISPUTE_CHANGED),
          Map.entry("dispute.closed", Kind.DISPUTE_CHANGED),
          Map.entry("fraud_warning.created", Kind.FRAUD_WARNED),
          Map.entry("setup.succeeded", Kind.METHOD_CHANGED),
          Map.entry("setup.failed", Kind.METHOD_CHANGED),
          Map.entry("setup.requires_action", Kind.METHOD_CHANGED),
          Map.entry("payout.succeeded", Kind.PAYOUT_CHANGED),
          Map.entry("payout.failed", Kind.PAYOUT_CHANGED));

  /** The message; empty when it is none of the sandbox's. */
  static Optional<WebhookMessage> read(byte[] body) {
    return EventBody.read(body).flatMap(WebhookMessage::read);
  }

  private static Optional<WebhookMessage> read(EventBody body) {
    var event = body.json();
    return tenant(event.path("tenant"))
        .flatMap(
            tenant -> message(event, body.text()).map(told -> new WebhookMessage(tenant, told)));
  }

  private static Optional<Message> message(JsonNode event, String text) {
    if (!event.path("livemode").isBoolean() || event.path("livemode").booleanValue()) {
      return Optional.empty();
    }
    return EventBody.name(event.path("id"))
        .flatMap(
            id ->
                EventBody.name(event.path("type")).flatMap(type -> message(event, id, type, text)));
  }

  private static Optional<Message> message(JsonNode event, String id, String type, String text) {
    var kind = KINDS.getOrDefault(type, Kind.IGNORED);
    var object = EventBody.name(event.path("data").path("object").path("id"));
    return switch (kind) {
      case IGNORED -> Optional.of(new Message("sandbox", id, kind, Optional.empty(), text));
      case PAYMENT_CHANGED,
          REFUND_CHANGED,
          PAYEE_CHANGED,
          TRANSFER_CHANGED,
          PAYOUT_CHANGED,
          DISPUTE_CHANGED,
          FRAUD_WARNED,
          METHOD_CHANGED ->
          object.map(changed -> new Message("sandbox", id, kind, Optional.of(changed), text));
    };
  }

  private static Optional<TenantId> tenant(JsonNode node) {
    return node.isMissingNode() ? Optional.of(TenantId.DEFAULT) : EventBody.tenant(node);
  }
}
