package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The server, and everything that a test may do with it. */
public final class FakeStripe implements AutoCloseable {

  /** The only API key that is accepted. */
  public static final String API_KEY = "sk_test_fake0123456789";

  private static final String INTENTS = "/v1/payment_intents";
  private static final String REFUNDS = "/v1/refunds";
  private static final String TRANSFERS = "/v1/transfers";
  private static final String PAYOUTS = "/v1/payouts";
  private static final String ACCOUNTS = "/v1/accounts";
  private static final String ACCOUNTS_V2 = "/v2/core/accounts";
  private static final String BALANCE_SETTINGS = "/v1/balance_settings";
  private static final String ONBOARDING = "/onboarding/";

  static {
    // otherwise every answer waits for the acknowledgement of its head
    var _ = System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeKeys keys = new FakeKeys();
  private final FakeEvents events;
  private final FakeBalance balance;
  private final FakePayers payers;
  private final FakePayments payments;
  private final FakeAccounts accounts;
  private final FakeTransfers transfers;
  private final FakeBalanceSettings settings;
  private final FakeDisputes disputes;
  private final FakeLine line = new FakeLine();
  private final List<FakeRequest> seen = Collections.synchronizedList(new ArrayList<>());

  private FakeStripe(HttpServer server, InstantSource clock) {
    this.server = server;
    this.events = new FakeEvents(clock);
    this.balance = new FakeBalance(clock);
    this.payers = new FakePayers(clock, events::add);
    this.payments = new FakePayments(clock, payers, balance, events::add);
    this.accounts = new FakeAccounts(clock, events::add);
    this.transfers = new FakeTransfers(clock, payments, accounts, balance, events);
    this.settings = new FakeBalanceSettings(accounts);
    this.disputes = new FakeDisputes(clock, payments, balance, events::add);
  }

  /** A server on a free port of this machine. */
  public static FakeStripe start(InstantSource clock) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var fake = new FakeStripe(HttpServer.create(address, 0), clock);
      fake.server.setExecutor(fake.threads);
      var _ = fake.server.createContext("/", fake::serve);
      fake.server.start();
      return fake;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Tells everything that happens from now on to that endpoint. */
  public void tell(URI endpoint, String secret) {
    events.tell(endpoint, secret);
  }

  /** What goes wrong with the next commands, one each. */
  public void next(Fault... coming) {
    line.next(coming);
  }

  /** Everything that has been asked, the oldest first. */
  public List<FakeRequest> seen() {
    synchronized (seen) {
      return List.copyOf(seen);
    }
  }

  /** What of it was to change something, the oldest first. */
  public List<FakeRequest> commands() {
    return seen().stream().filter(request -> request.method().equals("POST")).toList();
  }

  /** The bodies of all events so far, the oldest first. */
  public List<String> events() {
    return events.all();
  }

  /** With what status each telling of an event was answered. */
  public List<Integer> tellings() {
    return events.answers();
  }

  /** The payer does what is needed, or gives up. */
  public synchronized void completeAction(String waiting, boolean succeeds) {
    if (waiting.startsWith("seti_")) {
      payers.completeAction(waiting, succeeds);
    } else {
      payments.completeAction(waiting, succeeds);
    }
  }

  /** Somebody refunds a part of a payment on the dashboard, or all of it. */
  public synchronized void refundByHand(String payment, long amount) {
    payments.refundByHand(payment, amount);
  }

  /** Stripe changes the balance for a reason of its own. */
  public synchronized void takeUnasked(String type, long amount, String currency) {
    balance.take(type, amount, currency);
  }

  /** A pending refund reaches the payer, or does not; one that has reached it may come back. */
  public synchronized void completeRefund(String refund, boolean succeeds) {
    payments.completeRefund(refund, succeeds);
  }

  /** A payout reaches the bank, or comes back from it, even after it was paid. */
  public synchronized void completePayout(String payout, boolean succeeds) {
    transfers.completePayout(payout, succeeds);
  }

  /** A day goes by: Stripe pays the account out, unless it has been told not to. */
  public synchronized void letADayPass(String account, String currency) {
    if (settings.isAutomatic(account)) {
      transfers.payOutByItself(account, currency);
    }
  }

  public synchronized List<ObjectNode> transfers() {
    return transfers.allTransfers().stream().map(ObjectNode::deepCopy).toList();
  }

  public synchronized List<ObjectNode> payouts() {
    return transfers.allPayouts().stream().map(ObjectNode::deepCopy).toList();
  }

  /** How many things have been made that are marked with this operation. */
  public synchronized long made(String operation) {
    return Stream.of(
            payments.allIntents(),
            payments.allRefunds(),
            accounts.all(),
            transfers.allTransfers(),
            transfers.allReversals(),
            transfers.allPayouts())
        .flatMap(List::stream)
        .filter(thing -> thing.at("/metadata/operation_id").asText().equals(operation))
        .count();
  }

  /** What the bank of a payer does. */
  public synchronized String payersBank(Function<FakeDisputes, String> act) {
    return act.apply(disputes);
  }

  /** How many payments have really been taken. */
  public synchronized long taken() {
    return payments.taken();
  }

  public synchronized List<ObjectNode> payments() {
    return payments.allIntents().stream().map(ObjectNode::deepCopy).toList();
  }

  public synchronized List<ObjectNode> refunds() {
    return payments.allRefunds().stream().map(ObjectNode::deepCopy).toList();
  }

  /** How many accounts there are. */
  public synchronized int accounts() {
    return accounts.opened();
  }

  /** The payee has told everything, and Stripe has nothing against it; false if nobody knows it. */
  public synchronized boolean finishOnboarding(String account) {
    return accounts.finish(account);
  }

  /** The payee parts with the market. */
  public synchronized void deauthorize(String account) {
    accounts.deauthorize(account);
  }

  /** Stripe pays nothing out before it knows something more. */
  public synchronized void restrict(String account, String requirement) {
    accounts.restrict(account, requirement);
  }

  /** The id of an account that somebody else has opened. */
  public synchronized String openForeignAccount() {
    return accounts.openForeign();
  }

  /** Forgets all idempotency keys, as Stripe may after a day. */
  public void forgetKeys() {
    keys.forget();
  }

  @Override
  public void close() {
    events.close();
    server.stop(0);
    threads.shutdownNow();
  }

  static Optional<String> unknownParameter(FakeRequest request, Set<String> known) {
    return request.form().keySet().stream()
        .filter(name -> !known.contains(name.split("\\[", 2)[0]))
        .findFirst();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = FakeRequest.read(exchange);
      if (request.path().startsWith(ONBOARDING)) {
        FakeWire.write(exchange, onboarding(request));
        return;
      }
      var _ = seen.add(request);
      serve(exchange, request, line.fault(request));
    }
  }

  private void serve(HttpExchange exchange, FakeRequest request, Optional<Fault> fault)
      throws IOException {
    if (fault.isEmpty()) {
      var answer = answer(request);
      if (!line.losesAnswer(request)) {
        FakeWire.write(exchange, answer);
      }
      return;
    }
    switch (fault.get()) {
      case LOST_BEFORE -> {}
      case LOST_AFTER -> {
        var _ = answer(request);
      }
      case STALLED_AFTER -> FakeWire.stall(exchange, answer(request));
      case FAULT_BEFORE -> FakeWire.write(exchange, keys.answer(request, FakeStripe::fault));
      case FAULT_AFTER -> FakeWire.write(exchange, faultAfterWork(request));
      case UNAVAILABLE -> FakeWire.write(exchange, FakeAnswer.html(503, "<html>later</html>"));
      case TOO_MANY ->
          FakeWire.write(
              exchange,
              FakeAnswer.of(429, FakeAnswer.error("invalid_request_error", "rate_limit"), false)
                  .with("Retry-After", "7"));
      case LOCKED ->
          FakeWire.write(
              exchange,
              FakeAnswer.of(429, FakeAnswer.error("invalid_request_error", "lock_timeout"), false));
      case IN_USE ->
          FakeWire.write(
              exchange,
              FakeAnswer.of(
                  409, FakeAnswer.error("idempotency_error", "idempotency_key_in_use"), false));
      case PAGE -> {
        var _ = answer(request);
        FakeWire.write(exchange, FakeAnswer.html(200, "<html>hello</html>"));
      }
      case UNAUTHORIZED -> FakeWire.write(exchange, unauthorized());
    }
  }

  /** The first API repeats its fault; the second one tells by and by what it has done. */
  private FakeAnswer faultAfterWork(FakeRequest request) {
    if (request.isOfV2()) {
      var _ = answer(request);
      return fault();
    }
    return keys.answer(
        request,
        () -> {
          var _ = work(request);
          return fault();
        });
  }

  private static FakeAnswer fault() {
    return FakeAnswer.of(500, FakeAnswer.error("api_error", "internal"), true);
  }

  private static FakeAnswer unauthorized() {
    return FakeAnswer.of(401, FakeAnswer.error("invalid_request_error", "api_key_expired"), false);
  }

  private FakeAnswer answer(FakeRequest request) {
    var isOurs = request.header("Authorization").filter(("Bearer " + API_KEY)::equals).isPresent();
    if (!isOurs) {
      return unauthorized();
    }
    Supplier<FakeAnswer> work = () -> work(request);
    return request.isCommand() ? keys.answer(request, work) : work.get();
  }

  private synchronized FakeAnswer work(FakeRequest request) {
    if (FakeDisputes.areAskedFor(request)) {
      return disputes.answer(request);
    }
    if (FakePayers.has(request.path())) {
      return request.isCommand() ? payers.command(request) : payers.read(request);
    }
    return request.isCommand() ? command(request) : read(request);
  }

  private FakeAnswer command(FakeRequest request) {
    return switch (request.path()) {
      case INTENTS -> payments.create(request);
      case REFUNDS -> payments.refund(request);
      case TRANSFERS -> transfers.transfer(request);
      case PAYOUTS -> transfers.payOut(request);
      case ACCOUNTS -> accounts.create(request);
      case BALANCE_SETTINGS -> settings.update(request);
      case "/v1/account_links" -> accounts.link(request, url().toString());
      case ACCOUNTS_V2 -> accounts.createV2(request);
      case "/v2/core/account_links" -> accounts.linkV2(request, url().toString());
      case String one when one.startsWith(TRANSFERS + "/") && one.endsWith("/reversals") ->
          transfers.reverse(request);
      default -> FakeAnswer.nowhere();
    };
  }

  private FakeAnswer read(FakeRequest request) {
    var path = request.path();
    var last = path.substring(path.lastIndexOf('/') + 1);
    return switch (path) {
      case INTENTS -> payments.intents(request);
      case "/v1/charges" -> payments.charges(request);
      case REFUNDS -> payments.refunds(request);
      case TRANSFERS -> transfers.transfers(request);
      case PAYOUTS -> transfers.payouts(request);
      case BALANCE_SETTINGS -> settings.read(request);
      case "/v1/balance_transactions" -> balance.list(request);
      case "/v1/events" -> events.list(request);
      case ACCOUNTS -> accounts.list(request);
      case ACCOUNTS_V2 -> accounts.listV2(request);
      case String one when one.startsWith(INTENTS + "/") -> payments.intent(request, last);
      case String one when one.startsWith(REFUNDS + "/") -> payments.refund(last);
      case String one when one.startsWith(TRANSFERS + "/") -> transfers.read(request);
      case String one when one.startsWith(PAYOUTS + "/") -> transfers.payout(request, last);
      case String one when one.startsWith(ACCOUNTS + "/") -> accounts.read(last);
      case String one when one.startsWith(ACCOUNTS_V2 + "/") -> accounts.readV2(request, last);
      default -> FakeAnswer.nowhere();
    };
  }

  /** The page on which a payee tells what Stripe wants to know. */
  private synchronized FakeAnswer onboarding(FakeRequest request) {
    var account = request.path().substring(ONBOARDING.length());
    var isKnown =
        request.isCommand() ? accounts.finish(account) : accounts.find(account).isPresent();
    return FakeAnswer.html(isKnown ? 200 : 404, "<!doctype html><title>Onboarding</title>");
  }
}
