package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Transfers to the accounts of payees, reversals of them, and payouts of those accounts. */
final class FakeTransfers {

  private static final String METADATA = "metadata";
  static final String ACCOUNT = "Stripe-Account";

  private static final Set<String> OF_TRANSFERS =
      Set.of("amount", "currency", "destination", "source_transaction", "transfer_group", METADATA);

  private static final Set<String> OF_REVERSALS = Set.of("amount", METADATA);

  private static final Set<String> OF_PAYOUTS = Set.of("amount", "currency", METADATA);

  private final FakeThings transfers;
  private final FakeThings reversals;
  private final FakeThings payouts;
  private final FakePayments payments;
  private final FakeAccounts accounts;
  private final FakeBalance balance;
  private final FakeEvents events;
  private final Map<String, String> accountsOfPayouts = new HashMap<>();

  FakeTransfers(
      InstantSource clock,
      FakePayments payments,
      FakeAccounts accounts,
      FakeBalance balance,
      FakeEvents events) {
    this.balance = balance;
    this.transfers = new FakeThings("transfer", "tr", clock);
    this.reversals = new FakeThings("transfer_reversal", "trr", clock);
    this.payouts = new FakeThings("payout", "po", clock);
    this.payments = payments;
    this.accounts = accounts;
    this.events = events;
  }

  FakeAnswer transfer(FakeRequest request) {
    var unknown = FakeStripe.unknownParameter(request, OF_TRANSFERS);
    if (unknown.isPresent()) {
      return FakeAnswer.invalid(400, "parameter_unknown", unknown.get());
    }
    for (var needed : List.of("amount", "currency", "destination")) {
      if (request.parameter(needed).isEmpty()) {
        return FakeAnswer.invalid(400, "parameter_missing", needed);
      }
    }
    var destination = request.parameter("destination").orElseThrow();
    if (accounts.find(destination).isEmpty()) {
      return FakeAnswer.invalid(400, "resource_missing", "destination");
    }
    var charge = request.parameter("source_transaction").flatMap(payments::charge);
    if (charge.isEmpty()) {
      return FakeAnswer.invalid(400, "resource_missing", "source_transaction");
    }
    if (!accounts.isReady(destination)) {
      return FakeAnswer.refused("insufficient_capabilities_for_transfer");
    }
    var amount = amount(request);
    var source = charge.get();
    var currency = request.parameter("currency").orElseThrow();
    if (!source.path("currency").asText().equals(currency)) {
      return FakeAnswer.refused("transfer_source_balance_parameters_mismatch");
    }
    if (amount > payments.balance(currency) - sum(transfers.all(), currency)) {
      return FakeAnswer.refused("balance_insufficient");
    }
    var ofSource =
        transfers.all().stream()
            .filter(each -> each.path("source_transaction").equals(source.path("id")))
            .toList();
    return amount > source.path("amount").asLong() - sum(ofSource, currency)
        ? FakeAnswer.refused("")
        : pass(request, amount);
  }

  private FakeAnswer pass(FakeRequest request, long amount) {
    var transfer = transfers.make();
    transfer
        .put("amount", amount)
        .put("amount_reversed", 0)
        .put("reversed", false)
        .put("currency", request.parameter("currency").orElseThrow())
        .put("destination", request.parameter("destination").orElseThrow())
        .put("source_transaction", request.parameter("source_transaction").orElseThrow())
        .put("transfer_group", request.parameter("transfer_group").orElse(""));
    FakeThings.mark(transfer, request.group(METADATA));
    balance.move("transfer", transfer, -amount);
    events.add("transfer.created", transfer);
    return FakeAnswer.ok(transfer.deepCopy());
  }

  FakeAnswer reverse(FakeRequest request) {
    var unknown = FakeStripe.unknownParameter(request, OF_REVERSALS);
    if (unknown.isPresent()) {
      return FakeAnswer.invalid(400, "parameter_unknown", unknown.get());
    }
    var known = transfers.find(transferOf(request));
    if (known.isEmpty()) {
      return FakeAnswer.invalid(404, "resource_missing", "transfer");
    }
    var transfer = known.get();
    var rest = transfer.path("amount").asLong() - transfer.path("amount_reversed").asLong();
    var amount = request.parameter("amount").map(Long::parseLong).orElse(rest);
    if (amount > rest || amount <= 0) {
      return FakeAnswer.refused("");
    }
    var currency = transfer.path("currency").asText();
    if (amount > balance(transfer.path("destination").asText(), currency)) {
      return FakeAnswer.refused("balance_insufficient");
    }
    var reversal = reversals.make();
    reversal
        .put("amount", amount)
        .put("currency", currency)
        .put("transfer", transfer.path("id").asText());
    FakeThings.mark(reversal, request.group(METADATA));
    var reversed = transfer.path("amount_reversed").asLong() + amount;
    transfer.put("amount_reversed", reversed).put("reversed", amount == rest);
    balance.move("transfer_refund", reversal, amount);
    events.add("transfer.reversed", transfer);
    return FakeAnswer.ok(reversal.deepCopy());
  }

  /** Of the account that is named by the head of the request. */
  FakeAnswer payOut(FakeRequest request) {
    var unknown = FakeStripe.unknownParameter(request, OF_PAYOUTS);
    if (unknown.isPresent()) {
      return FakeAnswer.invalid(400, "parameter_unknown", unknown.get());
    }
    for (var needed : List.of("amount", "currency")) {
      if (request.parameter(needed).isEmpty()) {
        return FakeAnswer.invalid(400, "parameter_missing", needed);
      }
    }
    var account = request.header(ACCOUNT).orElse("");
    if (accounts.find(account).isEmpty()) {
      return FakeAnswer.invalid(403, "account_invalid", "account");
    }
    if (!accounts.isReady(account)) {
      return FakeAnswer.refused("payouts_not_allowed");
    }
    var currency = request.parameter("currency").orElseThrow();
    if (amount(request) > balance(account, currency)) {
      return FakeAnswer.refused("balance_insufficient");
    }
    var payout = payouts.make();
    payout
        .put("amount", amount(request))
        .put("currency", currency)
        .put("automatic", false)
        .put("status", "pending")
        .putNull("failure_code");
    FakeThings.mark(payout, request.group(METADATA));
    accountsOfPayouts.put(payout.path("id").asText(), account);
    events.add("payout.created", payout, account);
    return FakeAnswer.ok(payout.deepCopy());
  }

  /** All that Stripe pays an account out by itself, without any marks of ours. */
  void payOutByItself(String account, String currency) {
    var amount = balance(account, currency);
    if (amount <= 0) {
      return;
    }
    var payout = payouts.make();
    payout
        .put("amount", amount)
        .put("currency", currency)
        .put("automatic", true)
        .put("status", "pending")
        .putNull("failure_code");
    accountsOfPayouts.put(payout.path("id").asText(), account);
    events.add("payout.created", payout, account);
  }

  /** A payout reaches the bank, or comes back from it, even after it was paid. */
  void completePayout(String id, boolean succeeds) {
    var payout = payouts.get(id);
    var status = payout.path("status").asText();
    if (status.equals("failed") || (status.equals("paid") && succeeds)) {
      return;
    }
    payout.put("status", succeeds ? "paid" : "failed");
    if (!succeeds) {
      payout.put("failure_code", "account_closed");
    }
    var account = accountsOfPayouts.getOrDefault(id, "");
    events.add(succeeds ? "payout.paid" : "payout.failed", payout, account);
  }

  FakeAnswer read(FakeRequest request) {
    var parts = request.path().split("/", -1);
    return switch (parts.length) {
      case 4 -> one(transfers, parts[3]);
      case 5 ->
          FakeAnswer.ok(
              reversals.page(
                  request,
                  reversal -> reversal.path("transfer").asText().equals(parts[3]),
                  reversal -> reversal));
      default -> one(reversals, parts[5]);
    };
  }

  FakeAnswer transfers(FakeRequest request) {
    return FakeAnswer.ok(
        transfers.page(
            request,
            transfer ->
                FakePayments.fits(request, transfer, "transfer_group")
                    && FakePayments.fits(request, transfer, "destination"),
            transfer -> transfer));
  }

  FakeAnswer payouts(FakeRequest request) {
    var account = request.header(ACCOUNT).orElse("");
    return FakeAnswer.ok(payouts.page(request, each -> isOf(each, account), payout -> payout));
  }

  FakeAnswer payout(FakeRequest request, String id) {
    var account = request.header(ACCOUNT).orElse("");
    return payouts
        .find(id)
        .filter(payout -> isOf(payout, account))
        .map(FakeAnswer::ok)
        .orElseGet(() -> FakeAnswer.invalid(404, "resource_missing", "payout"));
  }

  List<ObjectNode> allTransfers() {
    return transfers.all();
  }

  List<ObjectNode> allReversals() {
    return reversals.all();
  }

  List<ObjectNode> allPayouts() {
    return payouts.all();
  }

  private boolean isOf(ObjectNode payout, String account) {
    return account.equals(accountsOfPayouts.get(payout.path("id").asText()));
  }

  /** What an account has received, without what has left it again. */
  private long balance(String account, String currency) {
    var received =
        transfers.all().stream()
            .filter(each -> each.path("destination").asText().equals(account))
            .toList();
    var paidOut =
        payouts.all().stream()
            .filter(each -> isOf(each, account))
            .filter(each -> each.path("currency").asText().equals(currency))
            .filter(each -> !each.path("status").asText().equals("failed"))
            .mapToLong(each -> each.path("amount").asLong())
            .sum();
    return sum(received, currency) - paidOut;
  }

  private static long sum(List<ObjectNode> moved, String currency) {
    return moved.stream()
        .filter(each -> each.path("currency").asText().equals(currency))
        .mapToLong(each -> each.path("amount").asLong() - each.path("amount_reversed").asLong())
        .sum();
  }

  private static long amount(FakeRequest request) {
    return Long.parseLong(request.parameter("amount").orElseThrow());
  }

  private static String transferOf(FakeRequest request) {
    return request.path().split("/", -1)[3];
  }

  private static FakeAnswer one(FakeThings things, String id) {
    return things
        .find(id)
        .map(FakeAnswer::ok)
        .orElseGet(() -> FakeAnswer.invalid(404, "resource_missing", "id"));
  }
}
