package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** When the money of an account is paid out; every day, as long as nobody says otherwise. */
final class FakeBalanceSettings {

  private static final Set<String> KNOWN = Set.of("payments");
  private static final String INTERVAL = "payments[payouts][schedule][interval]";
  private static final Set<String> INTERVALS = Set.of("daily", "weekly", "monthly", "manual");

  private final FakeAccounts accounts;
  private final Map<String, String> intervals = new HashMap<>();

  FakeBalanceSettings(FakeAccounts accounts) {
    this.accounts = accounts;
  }

  FakeAnswer read(FakeRequest request) {
    var account = account(request);
    return isKnown(account) ? FakeAnswer.ok(shown(account)) : unknown();
  }

  FakeAnswer update(FakeRequest request) {
    var account = account(request);
    if (!isKnown(account)) {
      return unknown();
    }
    var strange = FakeStripe.unknownParameter(request, KNOWN);
    if (strange.isPresent()) {
      return FakeAnswer.invalid(400, "parameter_unknown", strange.get());
    }
    var interval = request.parameter(INTERVAL);
    if (interval.filter(word -> !INTERVALS.contains(word)).isPresent()) {
      return FakeAnswer.invalid(400, "parameter_invalid", INTERVAL);
    }
    interval.ifPresent(word -> intervals.put(account, word));
    return FakeAnswer.ok(shown(account));
  }

  /** Whether Stripe itself pays the account out. */
  boolean isAutomatic(String account) {
    return !interval(account).equals("manual");
  }

  private String interval(String account) {
    return intervals.getOrDefault(account, "daily");
  }

  private ObjectNode shown(String account) {
    var settings = JsonNodeFactory.instance.objectNode().put("object", "balance_settings");
    settings.withObject("/payments/payouts/schedule").put("interval", interval(account));
    return settings;
  }

  private static String account(FakeRequest request) {
    return request.header(FakeTransfers.ACCOUNT).orElse("");
  }

  /** Without the head it is the platform's own account. */
  private boolean isKnown(String account) {
    return account.isEmpty() || accounts.find(account).isPresent();
  }

  private static FakeAnswer unknown() {
    return FakeAnswer.invalid(403, "account_invalid", "account");
  }
}
