package org.mercat.application.payment.port;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.Card;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentMethod;

/** What {@link InMemoryPaymentGateway} keeps of payers. */
public final class InMemoryPayerAccounts implements PayerAccounts {

  private static final Set<String> CARDS =
      Set.of(
          "sbx_ok",
          "sbx_declined",
          "sbx_insufficient_funds",
          "sbx_requires_action",
          "sbx_refund_pending",
          "sbx_refund_fails",
          "sbx_timeout_after_work",
          "sbx_payout_fails_after_paid");

  private record SetupRequest(GatewayReference payer, PaymentMethod method) {}

  private final Map<OperationKey, PayerView> payers = new LinkedHashMap<>();
  private final Map<OperationKey, KeptAnswer<SetupRequest, SetupView>> setups =
      new LinkedHashMap<>();

  /** What behaves how, as long as it is kept. */
  private final Map<PaymentMethod, String> kept = new LinkedHashMap<>();

  private final LossyLine line = new LossyLine();
  private int methods;

  /** The next command does nothing, and is not answered. */
  public synchronized void loseNextRequest() {
    line.loseNextRequest();
  }

  /** The next command does its work, and its answer gets lost. */
  public synchronized void loseNextAnswer() {
    line.loseNextAnswer();
  }

  /** How many methods are kept of all customers. */
  public synchronized int kept() {
    return kept.size();
  }

  /** How many customers there are. */
  public synchronized int payers() {
    return payers.size();
  }

  /** As which test method it behaves; what is not kept behaves as itself. */
  synchronized String behaviour(PaymentMethod method) {
    return method.payer().isPresent() ? kept.getOrDefault(method, "unknown") : method.token();
  }

  /** The owner tells the bank that it is he, or gives up. */
  public synchronized void completeSetup(GatewayReference setup, boolean succeeds) {
    setups.forEach(
        (key, answer) -> {
          var waits = answer.now().status() == Status.REQUIRES_ACTION;
          if (waits && answer.now().reference().equals(setup)) {
            var next = succeeds ? saved(key, setup, answer.request()) : failed(key, setup);
            setups.put(key, answer.changed(next));
          }
        });
  }

  @Override
  public synchronized Outcome<PayerView> open(OperationKey key) {
    if (key.step() != Step.OPEN_PAYER) {
      return KeptAnswer.rejected("a key of another step");
    }
    var earlier = Optional.ofNullable(payers.get(key));
    return earlier.isPresent()
        ? new Outcome.Done<>(earlier.get(), true)
        : line.answered(
            () -> {
              var view = new PayerView(KeptAnswer.reference("cus", payers), key);
              payers.put(key, view);
              return new Outcome.Done<>(view, false);
            });
  }

  @Override
  public synchronized Outcome<Optional<PayerView>> findPayer(OperationKey key) {
    return new Outcome.Done<>(Optional.ofNullable(payers.get(key)), false);
  }

  @Override
  public synchronized Outcome<Card> card(PaymentMethod method) {
    return CARDS.contains(behaviour(method))
        ? new Outcome.Done<>(new Card("visa", "4242", 12, 2034), false)
        : new Outcome.Rejected<>(FailureCode.INVALID_METHOD, "no such method");
  }

  @Override
  public synchronized Outcome<SetupView> save(
      OperationKey key, GatewayReference payer, PaymentMethod method) {
    var request = new SetupRequest(payer, method);
    if (setups.containsKey(key)) {
      return KeptAnswer.of(setups, key).repeated(request);
    }
    if (key.step() != Step.SAVE_METHOD) {
      return KeptAnswer.rejected("a key of another step");
    }
    if (payers.values().stream().noneMatch(known -> known.reference().equals(payer))) {
      return new Outcome.Rejected<>(FailureCode.NOT_FOUND, "no such customer");
    }
    if (!CARDS.contains(method.token())) {
      return new Outcome.Rejected<>(FailureCode.INVALID_METHOD, "no such method");
    }
    return line.answered(() -> begun(key, request));
  }

  private Outcome<SetupView> begun(OperationKey key, SetupRequest request) {
    var reference = KeptAnswer.reference("seti", setups);
    var view =
        switch (request.method().token()) {
          case "sbx_declined", "sbx_insufficient_funds" -> failed(key, reference);
          case "sbx_requires_action" ->
              new SetupView(reference, key, Status.REQUIRES_ACTION, Optional.empty());
          default -> saved(key, reference, request);
        };
    Outcome<SetupView> answer =
        view.status() == Status.FAILED
            ? new Outcome.Declined<>(FailureCode.CARD_DECLINED)
            : new Outcome.Done<>(view, false);
    setups.put(key, new KeptAnswer<>(request, answer, view));
    return answer;
  }

  private SetupView saved(OperationKey key, GatewayReference setup, SetupRequest request) {
    methods++;
    var token = "pm_" + methods;
    kept.put(new PaymentMethod(token, Optional.of(request.payer())), request.method().token());
    return new SetupView(setup, key, Status.SUCCEEDED, Optional.of(new GatewayReference(token)));
  }

  private static SetupView failed(OperationKey key, GatewayReference setup) {
    return new SetupView(setup, key, Status.FAILED, Optional.empty());
  }

  @Override
  public synchronized Outcome<SetupView> setup(GatewayReference setup) {
    return KeptAnswer.read(
        setups.values().stream()
            .map(KeptAnswer::now)
            .filter(view -> view.reference().equals(setup))
            .findAny());
  }

  @Override
  public synchronized Outcome<Optional<SetupView>> findSetup(
      OperationKey key, GatewayReference payer) {
    return new Outcome.Done<>(Optional.ofNullable(setups.get(key)).map(KeptAnswer::now), false);
  }

  @Override
  public synchronized Outcome<GatewayReference> remove(
      GatewayReference payer, GatewayReference method) {
    return line.answered(
        () -> {
          var was = kept.remove(new PaymentMethod(method.value(), Optional.of(payer)));
          return new Outcome.Done<>(method, was == null);
        });
  }

  @Override
  public synchronized Outcome<GatewayReference> forget(GatewayReference payer) {
    return line.answered(
        () -> {
          var was = payers.values().removeIf(known -> known.reference().equals(payer));
          kept.keySet().removeIf(method -> method.payer().filter(payer::equals).isPresent());
          return new Outcome.Done<>(payer, !was);
        });
  }
}
