package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Disputes and early fraud warnings. A dispute costs 15.00, which Stripe keeps. */
public final class FakeDisputes {

  private static final String DISPUTES = "/v1/disputes";
  private static final String WARNINGS = "/v1/radar/early_fraud_warnings/";
  private static final long FEE = 1_500;
  private static final String METADATA = "metadata";
  private static final String STATUS = "status";
  private static final Set<String> OF_UPDATES = Set.of("evidence", "submit", METADATA, "expand");

  private final FakeThings disputes;
  private final FakeThings warnings;
  private final FakePayments payments;
  private final FakeBalance balance;
  private final BiConsumer<String, ObjectNode> events;
  private final InstantSource clock;

  FakeDisputes(
      InstantSource clock,
      FakePayments payments,
      FakeBalance balance,
      BiConsumer<String, ObjectNode> events) {
    this.disputes = new FakeThings("dispute", "dp", clock);
    this.warnings = new FakeThings("radar.early_fraud_warning", "issfr", clock);
    this.payments = payments;
    this.balance = balance;
    this.events = events;
    this.clock = clock;
  }

  /** The id of a new dispute of a payment, or of an inquiry about it. */
  public String open(String payment, long amount, boolean inquiry) {
    var intent = payments.find(payment).orElseThrow();
    var dispute = disputes.make();
    dispute
        .put("amount", amount)
        .put("currency", intent.path("currency").asText())
        .put("charge", intent.path("latest_charge").asText())
        .put("payment_intent", payment)
        .put("reason", "fraudulent")
        .put(STATUS, inquiry ? "warning_needs_response" : "needs_response");
    dispute
        .putObject("evidence_details")
        .put("due_by", clock.instant().plus(Duration.ofDays(7)).getEpochSecond())
        .put("has_evidence", false)
        .put("past_due", false)
        .put("submission_count", 0);
    dispute.putArray("balance_transactions");
    FakeThings.mark(dispute, Map.of());
    if (!inquiry) {
      move(dispute, -amount, FEE);
    }
    events.accept("charge.dispute.created", dispute);
    if (!inquiry) {
      events.accept("charge.dispute.funds_withdrawn", dispute);
    }
    return dispute.path("id").asText();
  }

  /** The bank decides, or decides again; returns the id of the dispute. */
  public String end(String id, boolean won) {
    var dispute = disputes.get(id);
    var held = 0L;
    for (var change : dispute.path("balance_transactions")) {
      held -= change.path("amount").asLong();
    }
    var keeps = won ? 0 : dispute.path("amount").asLong();
    dispute.put(STATUS, won ? "won" : "lost");
    if (held != keeps) {
      move(dispute, held - keeps, 0);
      events.accept("charge.dispute.funds_" + (won ? "reinstated" : "withdrawn"), dispute);
    }
    events.accept("charge.dispute.closed", dispute);
    return id;
  }

  /** The id of a new warning of a payment. */
  public String warn(String payment) {
    var intent = payments.find(payment).orElseThrow();
    var warning = warnings.make();
    warning
        .put("actionable", true)
        .put("charge", intent.path("latest_charge").asText())
        .put("fraud_type", "made_with_stolen_card")
        .put("payment_intent", payment);
    events.accept("radar.early_fraud_warning.created", warning);
    return warning.path("id").asText();
  }

  static boolean areAskedFor(FakeRequest request) {
    return request.path().startsWith(DISPUTES) || request.path().startsWith(WARNINGS);
  }

  FakeAnswer answer(FakeRequest request) {
    var last = request.path().substring(request.path().lastIndexOf('/') + 1);
    if (request.path().equals(DISPUTES)) {
      return list(request);
    }
    if (request.path().startsWith(WARNINGS)) {
      return shown(request, warnings.find(last));
    }
    return request.isCommand() ? update(request, last) : shown(request, disputes.find(last));
  }

  private FakeAnswer list(FakeRequest request) {
    return FakeAnswer.ok(
        disputes.page(
            request,
            _ -> true,
            dispute -> request.expands("data.payment_intent") ? withPayment(dispute) : dispute));
  }

  /** Evidence is added to what is there; the bank takes it once. */
  private FakeAnswer update(FakeRequest request, String id) {
    var unknown = FakeStripe.unknownParameter(request, OF_UPDATES);
    if (unknown.isPresent()) {
      return FakeAnswer.invalid(400, "parameter_unknown", unknown.get());
    }
    var found = disputes.find(id);
    if (found.isEmpty()) {
      return FakeAnswer.invalid(404, "resource_missing", "dispute");
    }
    var dispute = found.get();
    var details = (ObjectNode) dispute.path("evidence_details");
    if (!dispute.path(STATUS).asText().endsWith("needs_response")) {
      return FakeAnswer.refused("dispute_not_updatable");
    }
    FakeThings.mark(dispute, request.group(METADATA));
    details.put("has_evidence", true);
    if (request.parameter("submit").filter("false"::equals).isEmpty()) {
      details.put("submission_count", 1);
      var isInquiry = dispute.path(STATUS).asText().startsWith("warning");
      dispute.put(STATUS, isInquiry ? "warning_under_review" : "under_review");
    }
    events.accept("charge.dispute.updated", dispute);
    return shown(request, found);
  }

  private FakeAnswer shown(FakeRequest request, Optional<ObjectNode> thing) {
    return thing
        .map(each -> request.expands("payment_intent") ? withPayment(each) : each.deepCopy())
        .map(FakeAnswer::ok)
        .orElseGet(() -> FakeAnswer.invalid(404, "resource_missing", "id"));
  }

  private ObjectNode withPayment(ObjectNode thing) {
    var copy = thing.deepCopy();
    var payment = thing.path("payment_intent").asText();
    copy.set("payment_intent", payments.find(payment).orElseThrow().deepCopy());
    return copy;
  }

  private void move(ObjectNode dispute, long amount, long fee) {
    var change = balance.dispute(dispute, amount, fee);
    dispute.withArray("balance_transactions").add(change);
  }
}
