package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Accounts of payees by both APIs, and the links to the page on which they are completed. */
final class FakeAccounts {

  private static final String METADATA = "metadata";
  private static final int PAGE = 2;

  private static final Set<String> OF_V1 =
      Set.of("country", "email", "business_profile", "capabilities", "controller", METADATA);

  private static final Set<String> OF_V2 =
      Set.of(
          "contact_email",
          "display_name",
          "dashboard",
          "identity",
          "configuration",
          "defaults",
          METADATA,
          "include");

  private final FakeThings accounts;
  private final FakeThings accountsOfV2;
  private final Set<String> ended = new HashSet<>();
  private final InstantSource clock;
  private final BiConsumer<String, ObjectNode> events;

  FakeAccounts(InstantSource clock, BiConsumer<String, ObjectNode> events) {
    this.accounts = new FakeThings("account", "acct_one", clock);
    this.accountsOfV2 = new FakeThings("v2.core.account", "acct_two", clock);
    this.clock = clock;
    this.events = events;
  }

  FakeAnswer create(FakeRequest request) {
    var unknown = FakeStripe.unknownParameter(request, OF_V1);
    if (unknown.isPresent()) {
      return FakeAnswer.invalid(400, "parameter_unknown", unknown.get());
    }
    for (var needed :
        List.of(
            "country",
            "capabilities[transfers][requested]",
            "controller[fees][payer]",
            "controller[losses][payments]",
            "controller[stripe_dashboard][type]")) {
      if (request.parameter(needed).isEmpty()) {
        return FakeAnswer.invalid(400, "parameter_missing", needed);
      }
    }
    var account = accounts.make();
    account
        .put("country", request.parameter("country").orElseThrow())
        .put("email", request.parameter("email").orElse(""))
        .put("details_submitted", false)
        .put("payouts_enabled", false);
    account.putObject("capabilities").put("transfers", "inactive");
    account.putObject("requirements").putArray("currently_due").add("external_account");
    FakeThings.mark(account, request.group(METADATA));
    return FakeAnswer.ok(account.deepCopy());
  }

  /** An account that is not there is told apart from one of somebody else by nobody. */
  FakeAnswer read(String id) {
    return accounts
        .find(id)
        .filter(_ -> !ended.contains(id))
        .map(FakeAnswer::ok)
        .orElseGet(() -> FakeAnswer.invalid(403, "account_invalid", "account"));
  }

  FakeAnswer list(FakeRequest request) {
    return FakeAnswer.ok(accounts.page(request, _ -> true, account -> account));
  }

  FakeAnswer link(FakeRequest request, String root) {
    for (var needed : List.of("account", "type", "return_url", "refresh_url")) {
      if (request.parameter(needed).isEmpty()) {
        return FakeAnswer.invalid(400, "parameter_missing", needed);
      }
    }
    var account = request.parameter("account").orElseThrow();
    return accounts.find(account).isEmpty()
        ? FakeAnswer.invalid(403, "account_invalid", "account")
        : FakeAnswer.ok(
            JsonNodeFactory.instance
                .objectNode()
                .put("object", "account_link")
                .put("url", root + "/onboarding/" + account));
  }

  FakeAnswer createV2(FakeRequest request) {
    var asked = request.json();
    for (var member : asked.properties()) {
      if (!OF_V2.contains(member.getKey())) {
        return invalidOfV2("unknown_field");
      }
    }
    var transfers =
        asked.at("/configuration/recipient/capabilities/stripe_balance/stripe_transfers/requested");
    var mayPay = asked.at("/defaults/responsibilities");
    if (!transfers.asBoolean()
        || asked.path("contact_email").asText().isEmpty()
        || asked.at("/identity/country").asText().isEmpty()
        || !mayPay.path("fees_collector").asText().equals("application")
        || !mayPay.path("losses_collector").asText().equals("application")) {
      return invalidOfV2("missing_field");
    }
    var account = accountsOfV2.make();
    account
        .put("created", clock.instant().toString())
        .put("contact_email", asked.path("contact_email").asText())
        .put("display_name", asked.path("display_name").asText())
        .put("dashboard", asked.path("dashboard").asText());
    account.putArray("applied_configurations").add("recipient");
    transfers(account).put("status", "restricted");
    var entry = account.putObject("requirements").putArray("entries").addObject();
    entry.put("awaiting_action_from", "user").put("description", "identity.individual.given_name");
    account.set(METADATA, asked.path(METADATA).deepCopy());
    return FakeAnswer.ok(shownOfV2(request, account));
  }

  FakeAnswer readV2(FakeRequest request, String id) {
    return accountsOfV2
        .find(id)
        .filter(_ -> !ended.contains(id))
        .map(account -> FakeAnswer.ok(shownOfV2(request, account)))
        .orElseGet(() -> FakeAnswer.of(404, FakeAnswer.error("not_found", "not_found"), false));
  }

  /** Small pages, so that they are turned. */
  FakeAnswer listV2(FakeRequest request) {
    var from = request.parameter("page").map(Integer::parseInt).orElse(0);
    var all = accountsOfV2.all().reversed();
    var page = JsonNodeFactory.instance.objectNode();
    var items = page.putArray("data");
    all.stream()
        .skip(from)
        .limit(PAGE)
        .map(account -> shownOfV2(request, account))
        .forEach(items::add);
    if (from + PAGE < all.size()) {
      page.put("next_page_url", "/v2/core/accounts?limit=2&page=" + (from + PAGE));
    } else {
      page.putNull("next_page_url");
    }
    page.putNull("previous_page_url");
    return FakeAnswer.ok(page);
  }

  FakeAnswer linkV2(FakeRequest request, String root) {
    var account = request.json().path("account").asText();
    var onboarding = request.json().at("/use_case/account_onboarding");
    if (!request.json().at("/use_case/type").asText().equals("account_onboarding")
        || onboarding.path("refresh_url").asText().isEmpty()
        || onboarding.path("configurations").isEmpty()) {
      return invalidOfV2("missing_field");
    }
    return accountsOfV2.find(account).isEmpty()
        ? FakeAnswer.of(404, FakeAnswer.error("not_found", "not_found"), false)
        : FakeAnswer.ok(
            JsonNodeFactory.instance
                .objectNode()
                .put("object", "v2.core.account_link")
                .put("account", account)
                .put("url", root + "/onboarding/" + account));
  }

  /** The payee has told everything, and Stripe has nothing against it. */
  boolean finish(String id) {
    var known = accounts.find(id).or(() -> accountsOfV2.find(id));
    accounts
        .find(id)
        .ifPresent(
            account -> {
              account.put("details_submitted", true).put("payouts_enabled", true);
              account.putObject("capabilities").put("transfers", "active");
              account.putObject("requirements").putArray("currently_due");
              events.accept("account.updated", account);
            });
    accountsOfV2
        .find(id)
        .ifPresent(
            account -> {
              transfers(account).put("status", "active");
              account.putObject("requirements").putArray("entries");
              events.accept(
                  "v2.core.account[configuration.recipient].capability_status_updated", account);
            });
    return known.isPresent();
  }

  /** Whether it may take money and pay it out. */
  boolean isReady(String id) {
    var isReadyInV1 =
        accounts.find(id).filter(each -> each.path("payouts_enabled").asBoolean()).isPresent();
    return isReadyInV1
        || accountsOfV2
            .find(id)
            .filter(each -> transfers(each).path("status").asText().equals("active"))
            .isPresent();
  }

  /** The payee parts with the market: nobody but itself sees the account any more. */
  void deauthorize(String id) {
    ended.add(id);
  }

  /** Stripe wants to know something more, and pays nothing out before. */
  void restrict(String id, String requirement) {
    var account = accountsOfV2.get(id);
    transfers(account).put("status", "restricted");
    var entry = account.putObject("requirements").putArray("entries").addObject();
    entry.put("awaiting_action_from", "user").put("description", requirement);
    events.accept("v2.core.account[requirements].updated", account);
  }

  int opened() {
    return accounts.all().size() + accountsOfV2.all().size();
  }

  /** An account that somebody else has opened. */
  String openForeign() {
    return accountsOfV2.make().put("created", Instant.EPOCH.toString()).path("id").asText();
  }

  private static ObjectNode transfers(ObjectNode account) {
    return account.withObject(
        "/configuration/recipient/capabilities/stripe_balance/stripe_transfers");
  }

  /** What is not asked for is left out. */
  private static ObjectNode shownOfV2(FakeRequest request, ObjectNode account) {
    var copy = account.deepCopy();
    if (!request.includes("configuration.recipient")) {
      copy.putNull("configuration");
    }
    if (!request.includes("requirements")) {
      copy.putNull("requirements");
    }
    return copy;
  }

  private static FakeAnswer invalidOfV2(String code) {
    return FakeAnswer.of(400, FakeAnswer.error("invalid_request", code), false);
  }

  /** By whichever API. */
  List<ObjectNode> all() {
    return Stream.concat(accounts.all().stream(), accountsOfV2.all().stream()).toList();
  }

  /** Of an account by whichever API. */
  Optional<JsonNode> find(String id) {
    return accounts.find(id).or(() -> accountsOfV2.find(id)).map(account -> account.deepCopy());
  }
}
