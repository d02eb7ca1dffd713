package org.mercat.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.payments.shared.EventBody;

/**
 * An event of Stripe, of whatever version: only its id, its type and the name of what has changed
 * are read. Events of the first API bring the thing itself with its marks, events of the second one
 * only its name.
 *
 * @param live whether it is about real money
 * @param tenant whose it is; empty when the event does not say it
 * @param object what has changed; empty when nothing that we look at
 */
record StripeEvent(
    String id,
    boolean live,
    Kind kind,
    Optional<TenantId> tenant,
    Optional<String> object,
    String text) {

  private static final String GATEWAY = "stripe";

  private static final Set<String> OF_PAYMENTS =
      Set.of(
          "payment_intent.succeeded",
          "payment_intent.payment_failed",
          "payment_intent.requires_action",
          "payment_intent.processing",
          "payment_intent.canceled",
          "payment_intent.amount_capturable_updated");

  /** A charge has the marks of its payment; a refund by hand has none of its own. */
  private static final String CHARGE_REFUNDED = "charge.refunded";

  private static final Set<String> OF_REFUNDS =
      Set.of("refund.created", "refund.updated", "refund.failed", "charge.refund.updated");

  private static final Set<String> OF_TRANSFERS =
      Set.of("transfer.created", "transfer.updated", "transfer.reversed");

  private static final Set<String> OF_PAYOUTS =
      Set.of("payout.created", "payout.updated", "payout.paid", "payout.failed", "payout.canceled");

  /**
   * A payee has parted with the market; the event brings the application, and names the account.
   */
  private static final String DEAUTHORIZED = "account.application.deauthorized";

  /** Stripe does not say any more whose account that was: the operator's tenant looks first. */
  private static final Optional<TenantId> OF_NOBODY = Optional.of(TenantId.DEFAULT);

  /** Neither disputes nor warnings have marks: their payment says whose they are. */
  private static final String OF_DISPUTES = "charge.dispute.";

  private static final String OF_WARNINGS = "radar.early_fraud_warning.";
  private static final Set<String> OF_METHODS =
      Set.of(
          "setup_intent.succeeded",
          "setup_intent.setup_failed",
          "setup_intent.requires_action",
          "setup_intent.canceled");

  private static final String OF_PAYEES_V2 = "v2.core.account";

  /** Empty when it is no event of Stripe. */
  static Optional<StripeEvent> read(byte[] body) {
    return EventBody.read(body).flatMap(StripeEvent::read);
  }

  private static Optional<StripeEvent> read(EventBody body) {
    var event = body.json();
    var type = EventBody.name(event.path("type"));
    var id = EventBody.name(event.path("id"));
    if (type.isEmpty() || id.isEmpty() || !event.path("livemode").isBoolean()) {
      return Optional.empty();
    }
    return switch (event.path("object").asText()) {
      case "event" -> Optional.of(ofV1(id.get(), type.get(), body));
      case "v2.core.event" -> Optional.of(ofV2(id.get(), type.get(), body));
      default -> Optional.empty();
    };
  }

  private static StripeEvent ofV1(String id, String type, EventBody body) {
    var thing = body.json().path("data").path("object");
    var marks = thing.path("metadata");
    var tenant = EventBody.tenant(marks.path(Marks.TENANT));
    var isOurs = tenant.isPresent() && marks.path(Marks.OPERATION).isTextual();
    if (OF_PAYMENTS.contains(type) && isOurs) {
      return about(Kind.PAYMENT_CHANGED, thing.path("id"), tenant, id, body);
    }
    if (type.equals(CHARGE_REFUNDED) && isOurs) {
      return about(Kind.PAYMENT_CHANGED, thing.path("payment_intent"), tenant, id, body);
    }
    if (OF_REFUNDS.contains(type) && isOurs) {
      return about(Kind.REFUND_CHANGED, thing.path("id"), tenant, id, body);
    }
    if (OF_TRANSFERS.contains(type) && isOurs) {
      return about(Kind.TRANSFER_CHANGED, thing.path("id"), tenant, id, body);
    }
    if (OF_PAYOUTS.contains(type) && isOurs) {
      return about(Kind.PAYOUT_CHANGED, payout(body), tenant, id, body);
    }
    if (type.equals(DEAUTHORIZED)) {
      return about(Kind.PAYEE_CHANGED, body.json().path("account"), OF_NOBODY, id, body);
    }
    if (type.startsWith(OF_DISPUTES)) {
      return about(Kind.DISPUTE_CHANGED, thing.path("id"), Optional.empty(), id, body);
    }
    if (type.startsWith(OF_WARNINGS)) {
      return about(Kind.FRAUD_WARNED, thing.path("id"), Optional.empty(), id, body);
    }
    if (OF_METHODS.contains(type) && isOurs) {
      return about(Kind.METHOD_CHANGED, thing.path("id"), tenant, id, body);
    }
    if (type.equals("account.updated")) {
      return about(Kind.PAYEE_CHANGED, thing.path("id"), tenant, id, body);
    }
    return type.equals("capability.updated")
        ? about(Kind.PAYEE_CHANGED, thing.path("account"), Optional.empty(), id, body)
        : ofNoInterest(id, body);
  }

  private static StripeEvent ofV2(String id, String type, EventBody body) {
    var related = body.json().path("related_object");
    return type.startsWith(OF_PAYEES_V2) && related.path("type").asText().equals(OF_PAYEES_V2)
        ? about(Kind.PAYEE_CHANGED, related.path("id"), Optional.empty(), id, body)
        : ofNoInterest(id, body);
  }

  /** A payout is found only in its account, which the event names. */
  private static JsonNode payout(EventBody body) {
    var event = body.json();
    var account = EventBody.name(event.path("account"));
    return account.isPresent()
        ? TextNode.valueOf(account.get() + ":" + event.at("/data/object/id").asText())
        : MissingNode.getInstance();
  }

  private static StripeEvent about(
      Kind kind, JsonNode name, Optional<TenantId> tenant, String id, EventBody body) {
    var object = EventBody.name(name);
    return object.isPresent()
        ? new StripeEvent(id, isLive(body), kind, tenant, object, body.text())
        : ofNoInterest(id, body);
  }

  private static StripeEvent ofNoInterest(String id, EventBody body) {
    return new StripeEvent(
        id, isLive(body), Kind.IGNORED, Optional.empty(), Optional.empty(), body.text());
  }

  private static boolean isLive(EventBody body) {
    return body.json().path("livemode").booleanValue();
  }

  /** The same about nothing that we look at. */
  StripeEvent ignored() {
    return new StripeEvent(id, live, Kind.IGNORED, tenant, Optional.empty(), text);
  }

  Message message() {
    return new Message(GATEWAY, id, kind, object, text);
  }
}
