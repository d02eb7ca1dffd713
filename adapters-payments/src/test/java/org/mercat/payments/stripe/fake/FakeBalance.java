package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The balance transactions of the platform, each with the thing that has brought it about. */
final class FakeBalance {

  private final FakeThings changes;
  private final Map<String, ObjectNode> sources = new HashMap<>();

  FakeBalance(InstantSource clock) {
    this.changes = new FakeThings("balance_transaction", "txn", clock);
  }

  /** What a charge costs is 2.9 % and 30 of the smallest unit. */
  void charge(ObjectNode charge) {
    var amount = charge.path("amount").asLong();
    var _ = move("charge", charge, amount, Math.round(amount * 0.029) + 30);
  }

  void move(String type, ObjectNode source, long amount) {
    var _ = move(type, source, amount, 0);
  }

  /** What a dispute moves, as the dispute itself shows it. */
  ObjectNode dispute(ObjectNode dispute, long amount, long fee) {
    var change = move("adjustment", dispute, amount, fee);
    change.put("reporting_category", amount < 0 ? "dispute" : "dispute_reversal");
    return change.deepCopy();
  }

  /** Of which there is nothing but the change itself. */
  void take(String type, long amount, String currency) {
    var change = changes.make();
    change
        .put("type", type)
        .put("reporting_category", "fee")
        .putNull("source")
        .put("amount", amount)
        .put("fee", 0)
        .put("net", amount)
        .put("currency", currency);
  }

  FakeAnswer list(FakeRequest request) {
    return FakeAnswer.ok(
        changes.page(
            request, each -> isBefore(request.parameter("created[lt]"), each), this::shown));
  }

  private static boolean isBefore(Optional<String> end, ObjectNode change) {
    return end.filter(before -> change.path("created").asLong() >= Long.parseLong(before))
        .isEmpty();
  }

  private ObjectNode move(String type, ObjectNode source, long amount, long fee) {
    var change = changes.make();
    change
        .put("type", type)
        .put("reporting_category", type)
        .put("source", source.path("id").asText())
        .put("amount", amount)
        .put("fee", fee)
        .put("net", amount - fee)
        .put("currency", source.path("currency").asText());
    sources.put(change.path("id").asText(), source);
    return change;
  }

  private ObjectNode shown(ObjectNode change) {
    var copy = change.deepCopy();
    var source = sources.get(change.path("id").asText());
    if (source != null) {
      copy.set("source", source.deepCopy());
    }
    return copy;
  }
}
