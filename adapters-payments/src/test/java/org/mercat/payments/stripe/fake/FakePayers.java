package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Customers, their cards, and how these were set up. */
final class FakePayers {

  static final String CUSTOMERS = "/v1/customers";
  static final String METHODS = "/v1/payment_methods";
  static final String SETUPS = "/v1/setup_intents";

  private static final String CUSTOMER = "customer";
  private static final String METHOD = "payment_method";
  private static final String METADATA = "metadata";
  private static final String STATUS = "status";

  private static final Set<String> OF_SETUPS =
      Set.of(
          CUSTOMER,
          METHOD,
          "confirm",
          "usage",
          "automatic_payment_methods",
          "return_url",
          METADATA);

  private final FakeThings customers;
  private final FakeThings methods;
  private final FakeThings setups;
  private final Map<String, FakeCard> cards = new LinkedHashMap<>();
  private final BiConsumer<String, ObjectNode> events;

  FakePayers(InstantSource clock, BiConsumer<String, ObjectNode> events) {
    this.customers = new FakeThings(CUSTOMER, "cus", clock);
    this.methods = new FakeThings(METHOD, "pm", clock);
    this.setups = new FakeThings("setup_intent", "seti", clock);
    this.events = events;
  }

  /** Whether it is about what is kept here. */
  static boolean has(String path) {
    return path.startsWith(CUSTOMERS) || path.startsWith(METHODS) || path.startsWith(SETUPS);
  }

  FakeAnswer command(FakeRequest request) {
    return switch (request.path()) {
      case CUSTOMERS -> open(request);
      case SETUPS -> setUp(request);
      default -> detach(request.path().split("/", -1)[3]);
    };
  }

  FakeAnswer read(FakeRequest request) {
    var last = request.path().substring(request.path().lastIndexOf('/') + 1);
    if (request.method().equals("DELETE")) {
      return delete(last);
    }
    return switch (request.path()) {
      case CUSTOMERS -> FakeAnswer.ok(customers.page(request, it -> !isDeleted(it), it -> it));
      case SETUPS ->
          FakeAnswer.ok(
              setups.page(request, it -> FakePayments.fits(request, it, CUSTOMER), it -> it));
      case String one when one.startsWith(METHODS) -> method(last);
      case String one when one.startsWith(SETUPS) -> found(setups.find(last), "intent");
      default -> found(customers.find(last), "id");
    };
  }

  /** As which card a payment method behaves; empty for one that the customer may not pay with. */
  Optional<FakeCard> card(FakeRequest request) {
    var method = request.parameter(METHOD);
    var known = method.flatMap(FakeCard::of);
    return known.isPresent()
        ? known
        : method
            .flatMap(methods::find)
            .filter(it -> it.path(CUSTOMER).isTextual())
            .filter(it -> request.parameter(CUSTOMER).filter(customerOf(it)::equals).isPresent())
            .flatMap(it -> Optional.ofNullable(cards.get(it.path("id").asText())));
  }

  /** The owner tells the bank that it is he, or gives up. */
  void completeAction(String id, boolean succeeds) {
    var setup = setups.get(id);
    if (!setup.path(STATUS).asText().equals("requires_action")) {
      return;
    }
    var _ = setup.putNull("next_action");
    if (succeeds) {
      succeed(setup, FakeCard.REQUIRES_ACTION);
    } else {
      fail(setup);
    }
  }

  private FakeAnswer open(FakeRequest request) {
    var unknown = FakeStripe.unknownParameter(request, Set.of(METADATA));
    if (unknown.isPresent()) {
      return FakeAnswer.invalid(400, "parameter_unknown", unknown.get());
    }
    var customer = customers.make();
    FakeThings.mark(customer, request.group(METADATA));
    return FakeAnswer.ok(customer);
  }

  private FakeAnswer setUp(FakeRequest request) {
    var unknown = FakeStripe.unknownParameter(request, OF_SETUPS);
    if (unknown.isPresent()) {
      return FakeAnswer.invalid(400, "parameter_unknown", unknown.get());
    }
    var customer = request.parameter(CUSTOMER).flatMap(customers::find);
    if (customer.filter(it -> !isDeleted(it)).isEmpty()) {
      return FakeAnswer.invalid(400, "resource_missing", CUSTOMER);
    }
    var card = request.parameter(METHOD).flatMap(FakeCard::of);
    if (card.isEmpty()) {
      return FakeAnswer.invalid(400, "resource_missing", METHOD);
    }
    var setup = setups.make();
    setup.put(CUSTOMER, request.parameter(CUSTOMER).orElseThrow()).put(METHOD, card.get().token());
    FakeThings.mark(setup, request.group(METADATA));
    return switch (card.get()) {
      case DECLINED, INSUFFICIENT_FUNDS -> {
        fail(setup);
        yield FakeAnswer.declined("generic_decline", setup.deepCopy());
      }
      case REQUIRES_ACTION -> {
        setup.put(STATUS, "requires_action");
        var next = setup.putObject("next_action").put("type", "redirect_to_url");
        var page = "https://hooks.stripe.com/redirect/authenticate/" + setup.path("id").asText();
        next.putObject("redirect_to_url").put("url", page);
        events.accept("setup_intent.requires_action", setup);
        yield FakeAnswer.ok(setup.deepCopy());
      }
      case OK, REFUND_PENDING, REFUND_FAILS, LOST_ANSWER -> {
        succeed(setup, card.get());
        yield FakeAnswer.ok(setup.deepCopy());
      }
    };
  }

  private void succeed(ObjectNode setup, FakeCard card) {
    var method = methods.make();
    method.put("type", "card").put(CUSTOMER, setup.path(CUSTOMER).asText());
    describe(method);
    cards.put(method.path("id").asText(), card);
    setup.put(STATUS, "succeeded").put(METHOD, method.path("id").asText());
    events.accept("setup_intent.succeeded", setup);
  }

  private void fail(ObjectNode setup) {
    setup.put(STATUS, "requires_payment_method").putNull(METHOD);
    setup.set("last_setup_error", FakeAnswer.error("card_error", "card_declined"));
    events.accept("setup_intent.setup_failed", setup);
  }

  private FakeAnswer method(String id) {
    if (FakeCard.of(id).isEmpty()) {
      return found(methods.find(id), METHOD);
    }
    var method = methods.make();
    method.put("type", "card").putNull(CUSTOMER);
    describe(method);
    return FakeAnswer.ok(method);
  }

  private FakeAnswer detach(String id) {
    var method = methods.find(id);
    if (method.filter(it -> it.path(CUSTOMER).isTextual()).isEmpty()) {
      return FakeAnswer.refused("payment_method_not_attached");
    }
    method.get().putNull(CUSTOMER);
    return FakeAnswer.ok(method.get());
  }

  private FakeAnswer delete(String id) {
    var customer = customers.find(id);
    if (customer.isEmpty()) {
      return FakeAnswer.invalid(404, "resource_missing", "id");
    }
    customer.get().put("deleted", true);
    methods.all().stream()
        .filter(method -> customerOf(method).equals(id))
        .forEach(method -> method.putNull(CUSTOMER));
    return FakeAnswer.ok(customer.get());
  }

  private static void describe(ObjectNode method) {
    method
        .putObject("card")
        .put("brand", "visa")
        .put("last4", "4242")
        .put("exp_month", 12)
        .put("exp_year", 2034);
  }

  private static FakeAnswer found(Optional<ObjectNode> thing, String name) {
    return thing
        .map(FakeAnswer::ok)
        .orElseGet(() -> FakeAnswer.invalid(404, "resource_missing", name));
  }

  private static boolean isDeleted(ObjectNode customer) {
    return customer.path("deleted").asBoolean();
  }

  private static String customerOf(ObjectNode method) {
    return method.path(CUSTOMER).asText();
  }
}
