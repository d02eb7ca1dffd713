package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Payment intents with their charges, and refunds. */
final class FakePayments {

  private static final long MOST = 99_999_999;
  private static final String METADATA = "metadata";

  private static final Set<String> OF_INTENTS =
      Set.of(
          "amount",
          "currency",
          "payment_method",
          "customer",
          "confirm",
          "capture_method",
          "automatic_payment_methods",
          "return_url",
          "transfer_group",
          METADATA,
          "expand");

  private static final Set<String> OF_REFUNDS = Set.of("payment_intent", "amount", METADATA);

  private final FakeThings intents;
  private final FakeThings charges;
  private final FakeThings refunds;
  private final FakePayers payers;
  private final FakeBalance balance;
  private final BiConsumer<String, ObjectNode> events;

  FakePayments(
      InstantSource clock,
      FakePayers payers,
      FakeBalance balance,
      BiConsumer<String, ObjectNode> events) {
    this.payers = payers;
    this.balance = balance;
    this.intents = new FakeThings("payment_intent", "pi", clock);
    this.charges = new FakeThings("charge", "ch", clock);
    this.refunds = new FakeThings("refund", "re", clock);
    this.events = events;
  }

  FakeAnswer create(FakeRequest request) {
    var unknown = FakeStripe.unknownParameter(request, OF_INTENTS);
    if (unknown.isPresent()) {
      return FakeAnswer.invalid(400, "parameter_unknown", unknown.get());
    }
    for (var needed : List.of("amount", "currency")) {
      if (request.parameter(needed).isEmpty()) {
        return FakeAnswer.invalid(400, "parameter_missing", needed);
      }
    }
    var amount = Long.parseLong(request.parameter("amount").orElseThrow());
    if (amount <= 0) {
      return FakeAnswer.invalid(400, "parameter_invalid_integer", "amount");
    }
    if (amount > MOST) {
      return FakeAnswer.invalid(400, "amount_too_large", "amount");
    }
    if (request.parameter("return_url").isEmpty()) {
      return FakeAnswer.invalid(400, "parameter_missing", "return_url");
    }
    var card = payers.card(request);
    return card.isEmpty()
        ? FakeAnswer.invalid(400, "resource_missing", "payment_method")
        : pay(request, amount, card.get());
  }

  private FakeAnswer pay(FakeRequest request, long amount, FakeCard card) {
    var intent = intents.make();
    intent
        .put("amount", amount)
        .put("currency", request.parameter("currency").orElseThrow())
        .put("capture_method", request.parameter("capture_method").orElse("automatic_async"))
        .put("payment_method", card.token())
        .put("transfer_group", request.parameter("transfer_group").orElse(""))
        .put("client_secret", intent.path("id").asText() + "_secret_fake")
        .putNull("latest_charge");
    FakeThings.mark(intent, request.group(METADATA));
    return switch (card) {
      case DECLINED -> decline(intent, "generic_decline");
      case INSUFFICIENT_FUNDS -> decline(intent, "insufficient_funds");
      case REQUIRES_ACTION -> {
        intent.put("status", "requires_action");
        var next = intent.putObject("next_action").put("type", "redirect_to_url");
        var page = "https://hooks.stripe.com/redirect/authenticate/" + intent.path("id").asText();
        next.putObject("redirect_to_url").put("url", page);
        events.accept("payment_intent.requires_action", intent);
        yield FakeAnswer.ok(shown(request, intent));
      }
      case OK, REFUND_PENDING, REFUND_FAILS, LOST_ANSWER -> {
        succeed(intent);
        yield FakeAnswer.ok(shown(request, intent));
      }
    };
  }

  private void succeed(ObjectNode intent) {
    charge(intent, "succeeded");
    intent.put("status", "succeeded").put("amount_received", intent.path("amount").asLong());
    events.accept("payment_intent.succeeded", intent);
  }

  private FakeAnswer decline(ObjectNode intent, String why) {
    charge(intent, "failed");
    fail(intent, "card_declined");
    return FakeAnswer.declined(why, intent.deepCopy());
  }

  private void fail(ObjectNode intent, String code) {
    intent.put("status", "requires_payment_method").putNull("payment_method");
    intent.set("last_payment_error", FakeAnswer.error("card_error", code));
    events.accept("payment_intent.payment_failed", intent);
  }

  private void charge(ObjectNode intent, String status) {
    var charge = charges.make();
    charge
        .put("amount", intent.path("amount").asLong())
        .put("amount_refunded", 0)
        .put("currency", intent.path("currency").asText())
        .put("payment_intent", intent.path("id").asText())
        .put("payment_method", intent.path("payment_method").asText())
        .put("transfer_group", intent.path("transfer_group").asText())
        .put("paid", status.equals("succeeded"))
        .put("status", status);
    charge.set(METADATA, intent.path(METADATA).deepCopy());
    if (status.equals("succeeded")) {
      balance.charge(charge);
    }
    intent.put("latest_charge", charge.path("id").asText());
  }

  /** The payer does what is needed, or gives up. */
  void completeAction(String id, boolean succeeds) {
    var intent = intents.get(id);
    if (!intent.path("status").asText().equals("requires_action")) {
      return;
    }
    intent.putNull("next_action");
    if (succeeds) {
      succeed(intent);
    } else {
      fail(intent, "payment_intent_authentication_failure");
    }
  }

  FakeAnswer refund(FakeRequest request) {
    var unknown = FakeStripe.unknownParameter(request, OF_REFUNDS);
    if (unknown.isPresent()) {
      return FakeAnswer.invalid(400, "parameter_unknown", unknown.get());
    }
    var intent = request.parameter("payment_intent").flatMap(intents::find);
    if (intent.isEmpty()) {
      return FakeAnswer.invalid(404, "resource_missing", "payment_intent");
    }
    if (!intent.get().path("status").asText().equals("succeeded")) {
      return FakeAnswer.refused("charge_not_refundable");
    }
    var charge = charges.get(intent.get().path("latest_charge").asText());
    var rest = charge.path("amount").asLong() - charge.path("amount_refunded").asLong();
    var amount = request.parameter("amount").map(Long::parseLong).orElse(rest);
    if (rest == 0) {
      return FakeAnswer.refused("charge_already_refunded");
    }
    return amount > rest || amount <= 0
        ? FakeAnswer.refused("amount_greater_than_unrefunded")
        : giveBack(request, charge, amount);
  }

  private FakeAnswer giveBack(FakeRequest request, ObjectNode charge, long amount) {
    var status =
        switch (FakeCard.of(charge.path("payment_method").asText()).orElseThrow()) {
          case REFUND_PENDING -> "pending";
          case REFUND_FAILS -> "failed";
          case OK, DECLINED, INSUFFICIENT_FUNDS, REQUIRES_ACTION, LOST_ANSWER -> "succeeded";
        };
    var refund = refunds.make();
    refund
        .put("amount", amount)
        .put("currency", charge.path("currency").asText())
        .put("charge", charge.path("id").asText())
        .put("payment_intent", charge.path("payment_intent").asText())
        .put("status", status);
    FakeThings.mark(refund, request.group(METADATA));
    if (!status.equals("failed")) {
      balance.move("refund", refund, -amount);
      addRefunded(charge, amount);
    }
    events.accept(status.equals("failed") ? "refund.failed" : "refund.created", refund);
    return FakeAnswer.ok(refund.deepCopy());
  }

  /** Somebody refunds on the dashboard: what is made there has no marks. */
  void refundByHand(String payment, long amount) {
    var charge = charges.get(intents.get(payment).path("latest_charge").asText());
    var refund = refunds.make();
    refund
        .put("amount", amount)
        .put("currency", charge.path("currency").asText())
        .put("charge", charge.path("id").asText())
        .put("payment_intent", payment)
        .put("status", "succeeded");
    FakeThings.mark(refund, Map.of());
    balance.move("refund", refund, -amount);
    addRefunded(charge, amount);
    events.accept("charge.refunded", charge);
  }

  /** A pending refund reaches the payer, or does not; one that has reached it may come back. */
  void completeRefund(String id, boolean succeeds) {
    var refund = refunds.get(id);
    var status = refund.path("status").asText();
    if (!status.equals("pending") && (succeeds || !status.equals("succeeded"))) {
      return;
    }
    refund.put("status", succeeds ? "succeeded" : "failed");
    if (!succeeds) {
      balance.move("refund_failure", refund, refund.path("amount").asLong());
      addRefunded(charges.get(refund.path("charge").asText()), -refund.path("amount").asLong());
    }
    events.accept(succeeds ? "refund.updated" : "refund.failed", refund);
  }

  FakeAnswer intents(FakeRequest request) {
    return FakeAnswer.ok(
        intents.page(
            request,
            _ -> true,
            intent -> request.expands("data.latest_charge") ? withCharge(intent) : intent));
  }

  FakeAnswer charges(FakeRequest request) {
    return FakeAnswer.ok(
        charges.page(
            request,
            charge -> fits(request, charge, "transfer_group"),
            charge -> request.expands("data.payment_intent") ? withIntent(charge) : charge));
  }

  FakeAnswer refunds(FakeRequest request) {
    return FakeAnswer.ok(
        refunds.page(
            request,
            refund -> fits(request, refund, "charge") && fits(request, refund, "payment_intent"),
            refund -> refund));
  }

  FakeAnswer intent(FakeRequest request, String id) {
    return intents
        .find(id)
        .map(intent -> FakeAnswer.ok(shown(request, intent)))
        .orElseGet(() -> FakeAnswer.invalid(404, "resource_missing", "intent"));
  }

  FakeAnswer refund(String id) {
    return refunds
        .find(id)
        .map(FakeAnswer::ok)
        .orElseGet(() -> FakeAnswer.invalid(404, "resource_missing", "id"));
  }

  Optional<ObjectNode> find(String id) {
    return intents.find(id);
  }

  Optional<ObjectNode> charge(String id) {
    return charges.find(id);
  }

  /** What payments have brought and refunds have not taken away again. */
  long balance(String currency) {
    return charges.all().stream()
        .filter(charge -> charge.path("paid").asBoolean())
        .filter(charge -> charge.path("currency").asText().equals(currency))
        .mapToLong(
            charge -> charge.path("amount").asLong() - charge.path("amount_refunded").asLong())
        .sum();
  }

  /** How many payments have really been taken. */
  long taken() {
    return intents.all().stream()
        .filter(intent -> intent.path("status").asText().equals("succeeded"))
        .count();
  }

  List<ObjectNode> allIntents() {
    return intents.all();
  }

  List<ObjectNode> allRefunds() {
    return refunds.all();
  }

  private ObjectNode shown(FakeRequest request, ObjectNode intent) {
    return request.expands("latest_charge") ? withCharge(intent) : intent.deepCopy();
  }

  private ObjectNode withCharge(ObjectNode intent) {
    var copy = intent.deepCopy();
    charges
        .find(intent.path("latest_charge").asText())
        .ifPresent(charge -> copy.set("latest_charge", charge.deepCopy()));
    return copy;
  }

  private ObjectNode withIntent(ObjectNode charge) {
    var copy = charge.deepCopy();
    copy.set("payment_intent", intents.get(charge.path("payment_intent").asText()).deepCopy());
    return copy;
  }

  static boolean fits(FakeRequest request, ObjectNode thing, String name) {
    return request
        .parameter(name)
        .filter(value -> !thing.path(name).asText().equals(value))
        .isEmpty();
  }

  private static void addRefunded(ObjectNode charge, long amount) {
    var refunded = charge.path("amount_refunded").asLong() + amount;
    charge
        .put("amount_refunded", refunded)
        .put("refunded", refunded == charge.path("amount").asLong());
  }
}
