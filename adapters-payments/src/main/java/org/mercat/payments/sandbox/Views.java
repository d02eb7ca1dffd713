package org.mercat.payments.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/** What the sandbox shows of its books: in events, and to whoever controls it. */
final class Views {

  private Views() {}

  static ObjectNode of(PaymentRow payment) {
    var view = payment.view();
    var json = object("payment", view.reference().value(), view.key().text());
    json.put("status", word(view.status()));
    json.put("method", payment.method().token());
    json.set("amount", money(view.amount()));
    json.set("refunded", money(view.refunded()));
    return json;
  }

  static ObjectNode of(RefundRow refund) {
    var view = refund.view();
    var json = object("refund", view.reference().value(), view.key().text());
    json.put("payment", refund.payment().value());
    json.put("status", word(view.status()));
    json.set("amount", money(view.amount()));
    return json;
  }

  static ObjectNode of(AccountRow account) {
    var view = account.view();
    var json = object("account", view.reference().value(), view.key().text());
    json.put("detailsSubmitted", view.detailsSubmitted());
    json.put("payoutsEnabled", view.payoutsEnabled());
    return json;
  }

  static ObjectNode of(TransferRow transfer) {
    var view = transfer.view();
    var json = object("transfer", view.reference().value(), view.key().text());
    json.put("payee", transfer.payee().value());
    json.put("payment", transfer.payment().value());
    json.set("amount", money(view.amount()));
    json.set("reversed", money(view.reversed()));
    return json;
  }

  static ObjectNode of(PayoutRow payout) {
    var view = payout.view();
    var json = object("payout", view.reference().value(), view.key().text());
    json.put("payee", payout.payee().value());
    json.put("status", word(view.status()));
    json.set("amount", money(view.amount()));
    return json;
  }

  static ObjectNode of(DisputeRow dispute) {
    var json = object("dispute", dispute.id().value(), dispute.key().text());
    json.put("payment", dispute.payment().value());
    json.put("status", dispute.status().name().toLowerCase(Locale.ROOT));
    json.set("amount", money(dispute.amount()));
    json.set("withdrawn", money(dispute.withdrawn()));
    json.set("fees", money(dispute.fees()));
    json.put("submissions", dispute.submissions());
    return json;
  }

  static ObjectNode ofWarning(GatewayReference warning, OperationKey key) {
    return object("fraud_warning", warning.value(), key.text());
  }

  static ObjectNode of(SetupRow setup) {
    var view = setup.view();
    var json = object("setup", view.reference().value(), view.key().text());
    json.put("payer", setup.payer().value());
    json.put("status", word(view.status()));
    return json;
  }

  static ObjectNode of(EventRow event) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", event.id())
        .put("type", event.type())
        .put("object", event.object())
        .put("state", event.state().name().toLowerCase(Locale.ROOT))
        .put("attempts", event.attempts())
        .put("createdAt", event.createdAt().toString())
        .put("dueAt", event.dueAt().toString());
  }

  static ObjectNode of(DeliveryRules rules) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("held", rules.held())
        .put("delayMillis", rules.delayMillis())
        .put("shuffleMillis", rules.shuffleMillis())
        .put("duplicatePermille", rules.duplicatePermille())
        .put("dropPermille", rules.dropPermille())
        .put("seed", rules.seed());
  }

  static String word(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode object(String kind, String id, String operation) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("object", kind)
        .put("id", id)
        .put("operation", operation)
        .put("livemode", false);
  }

  private static ObjectNode money(Money money) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("amount", money.minor())
        .put("currency", money.currency().getCurrencyCode());
  }
}
