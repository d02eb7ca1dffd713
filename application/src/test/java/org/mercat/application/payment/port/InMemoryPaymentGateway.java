package org.mercat.application.payment.port;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;

/**
 * Outlives every crash of ours: it takes no part in a unit of work. Its test methods are those of
 * the sandbox.
 */
public final class InMemoryPaymentGateway implements PaymentGateway {

  public static final PaymentMethod OK = new PaymentMethod("sbx_ok");
  public static final PaymentMethod DECLINED = new PaymentMethod("sbx_declined");
  public static final PaymentMethod INSUFFICIENT_FUNDS =
      new PaymentMethod("sbx_insufficient_funds");

  /** Nothing is taken before {@link #completeAction}. */
  public static final PaymentMethod REQUIRES_ACTION = new PaymentMethod("sbx_requires_action");

  /** Its refunds stay pending until {@link #completeRefund}. */
  public static final PaymentMethod REFUND_PENDING = new PaymentMethod("sbx_refund_pending");

  /** Its refunds fail. */
  public static final PaymentMethod REFUND_FAILS = new PaymentMethod("sbx_refund_fails");

  /** The money is taken, but the first answer gets lost. */
  public static final PaymentMethod TIMEOUT_AFTER_WORK =
      new PaymentMethod("sbx_timeout_after_work");

  private static final long MOST_MINOR = 99_999_999;

  private enum Fault {
    NONE,
    REQUEST_LOST,
    ANSWER_LOST
  }

  private record CaptureRequest(Money amount, PaymentMethod method) {}

  private record RefundRequest(GatewayReference payment, Money amount) {}

  /** What was asked under a key, how it was answered, and what has become of it. */
  private record Kept<R, V>(R request, Outcome<V> answer, V now) {
    Kept<R, V> changed(V next) {
      return new Kept<>(request, answer, next);
    }

    Outcome<V> repeated(R again) {
      if (!request.equals(again)) {
        return rejected("the key was used for another request");
      }
      return answer instanceof Outcome.Done<V>(var value, _)
          ? new Outcome.Done<>(value, true)
          : answer;
    }
  }

  private final Map<OperationKey, Kept<CaptureRequest, PaymentView>> payments =
      new LinkedHashMap<>();
  private final Map<OperationKey, Kept<RefundRequest, RefundView>> refunds = new LinkedHashMap<>();
  private final Map<OperationKey, Kept<PayeeProfile, PayeeView>> payees = new LinkedHashMap<>();
  private Fault fault = Fault.NONE;

  /** The next command does nothing, and is not answered. */
  public synchronized void loseNextRequest() {
    fault = Fault.REQUEST_LOST;
  }

  /** The next command does its work, and its answer gets lost. */
  public synchronized void loseNextAnswer() {
    fault = Fault.ANSWER_LOST;
  }

  /** How often money was really taken. */
  public synchronized long charges() {
    return payments.values().stream()
        .filter(payment -> payment.now().status() == Status.SUCCEEDED)
        .count();
  }

  /** The payer does what is needed, or gives up. */
  public synchronized void completeAction(GatewayReference payment, boolean succeeds) {
    var view = required(find(payments, payment));
    if (view.status() == Status.REQUIRES_ACTION) {
      change(in(view, ended(succeeds)));
    }
  }

  /** A pending refund reaches the payer, or does not. */
  public synchronized void completeRefund(GatewayReference refund, boolean succeeds) {
    var view = required(find(refunds, refund));
    if (view.status() == Status.PENDING) {
      var kept = kept(refunds, view.key());
      var next = new RefundView(view.reference(), view.key(), ended(succeeds), view.amount());
      refunds.put(view.key(), kept.changed(next));
      if (!succeeds) {
        var payment = required(find(payments, kept.request().payment()));
        change(refunded(payment, view.amount().negated()));
      }
    }
  }

  /** The provider finishes the opening on the page of the link. */
  public synchronized void finishOnboarding(OnboardingLink link) {
    var reference = link.url().substring(link.url().lastIndexOf('/') + 1);
    var view = required(find(payees, new GatewayReference(reference)));
    var next = new PayeeView(view.reference(), view.key(), true, true);
    payees.put(view.key(), kept(payees, view.key()).changed(next));
  }

  @Override
  public String name() {
    return "in memory";
  }

  @Override
  public synchronized Outcome<PaymentView> capture(
      OperationKey key, Money amount, PaymentMethod method) {
    var request = new CaptureRequest(amount, method);
    if (payments.containsKey(key)) {
      return kept(payments, key).repeated(request);
    }
    var wrong = wrong(key, Step.CAPTURE, amount);
    if (wrong.isPresent()) {
      return new Outcome.Rejected<>(wrong.get(), "not a request that can be done");
    }
    return switch (method.token()) {
      case "sbx_ok", "sbx_refund_pending", "sbx_refund_fails" ->
          answered(() -> take(key, request, Status.SUCCEEDED));
      case "sbx_requires_action" -> answered(() -> take(key, request, Status.REQUIRES_ACTION));
      case "sbx_timeout_after_work" -> {
        loseNextAnswer();
        yield answered(() -> take(key, request, Status.SUCCEEDED));
      }
      case "sbx_declined" -> answered(() -> decline(key, request, FailureCode.CARD_DECLINED));
      case "sbx_insufficient_funds" ->
          answered(() -> decline(key, request, FailureCode.INSUFFICIENT_FUNDS));
      default -> new Outcome.Rejected<>(FailureCode.INVALID_METHOD, "no such method");
    };
  }

  @Override
  public synchronized Outcome<RefundView> refund(
      OperationKey key, GatewayReference payment, Money amount) {
    var request = new RefundRequest(payment, amount);
    if (refunds.containsKey(key)) {
      return kept(refunds, key).repeated(request);
    }
    var wrong =
        wrong(key, Step.REFUND, amount)
            .or(
                () ->
                    find(payments, payment)
                        .map(view -> unrefundable(view, amount))
                        .orElse(Optional.of(FailureCode.NOT_FOUND)));
    return wrong.isPresent()
        ? new Outcome.Rejected<>(wrong.get(), "not a request that can be done")
        : answered(() -> giveBack(key, request));
  }

  @Override
  public synchronized Outcome<PayeeView> openPayee(OperationKey key, PayeeProfile profile) {
    if (payees.containsKey(key)) {
      return kept(payees, key).repeated(profile);
    }
    if (key.step() != Step.OPEN_PAYEE) {
      return rejected("a key of another step");
    }
    return answered(
        () -> {
          var view = new PayeeView(reference("acct", payees), key, false, false);
          var answer = new Outcome.Done<>(view, false);
          payees.put(key, new Kept<>(profile, answer, view));
          return answer;
        });
  }

  @Override
  public synchronized Outcome<OnboardingLink> onboardingLink(GatewayReference payee) {
    return read(
        find(payees, payee)
            .map(view -> new OnboardingLink("memory://onboarding/" + view.reference().value())));
  }

  @Override
  public synchronized Outcome<PaymentView> payment(GatewayReference payment) {
    return read(find(payments, payment));
  }

  @Override
  public synchronized Outcome<RefundView> refund(GatewayReference refund) {
    return read(find(refunds, refund));
  }

  @Override
  public synchronized Outcome<PayeeView> payee(GatewayReference payee) {
    return read(find(payees, payee));
  }

  @Override
  public synchronized Outcome<Optional<PaymentView>> findPayment(OperationKey key) {
    return new Outcome.Done<>(Optional.ofNullable(payments.get(key)).map(Kept::now), false);
  }

  @Override
  public synchronized Outcome<Optional<RefundView>> findRefund(OperationKey key) {
    return new Outcome.Done<>(Optional.ofNullable(refunds.get(key)).map(Kept::now), false);
  }

  @Override
  public synchronized Outcome<Optional<PayeeView>> findPayee(OperationKey key) {
    return new Outcome.Done<>(Optional.ofNullable(payees.get(key)).map(Kept::now), false);
  }

  private <T> Outcome<T> answered(Supplier<Outcome<T>> work) {
    var now = fault;
    fault = Fault.NONE;
    return switch (now) {
      case NONE -> work.get();
      case REQUEST_LOST -> new Outcome.Unknown<>("the request was lost");
      case ANSWER_LOST -> {
        var lost = work.get();
        yield new Outcome.Unknown<>("the answer was lost: " + lost.getClass().getSimpleName());
      }
    };
  }

  private Outcome<PaymentView> take(OperationKey key, CaptureRequest request, Status status) {
    var view = keep(key, request, status, Optional.empty());
    return new Outcome.Done<>(view, false);
  }

  private Outcome<PaymentView> decline(OperationKey key, CaptureRequest request, FailureCode why) {
    var view = keep(key, request, Status.FAILED, Optional.of(why));
    assert view.status() == Status.FAILED;
    return new Outcome.Declined<>(why);
  }

  private PaymentView keep(
      OperationKey key, CaptureRequest request, Status status, Optional<FailureCode> declined) {
    var nothing = Money.zero(request.amount().currency());
    var view = new PaymentView(reference("pay", payments), key, status, request.amount(), nothing);
    Outcome<PaymentView> answer =
        declined
            .<Outcome<PaymentView>>map(Outcome.Declined::new)
            .orElseGet(() -> new Outcome.Done<>(view, false));
    payments.put(key, new Kept<>(request, answer, view));
    return view;
  }

  private Outcome<RefundView> giveBack(OperationKey key, RefundRequest request) {
    var payment = required(find(payments, request.payment()));
    var status =
        switch (kept(payments, payment.key()).request().method().token()) {
          case "sbx_refund_pending" -> Status.PENDING;
          case "sbx_refund_fails" -> Status.FAILED;
          default -> Status.SUCCEEDED;
        };
    var view = new RefundView(reference("re", refunds), key, status, request.amount());
    var answer = new Outcome.Done<>(view, false);
    refunds.put(key, new Kept<>(request, answer, view));
    if (status != Status.FAILED) {
      change(refunded(payment, request.amount()));
    }
    return answer;
  }

  private void change(PaymentView next) {
    payments.put(next.key(), kept(payments, next.key()).changed(next));
  }

  private static Optional<FailureCode> wrong(OperationKey key, Step step, Money amount) {
    if (key.step() != step || !amount.isPositive()) {
      return Optional.of(FailureCode.REJECTED);
    }
    return amount.minor() > MOST_MINOR
        ? Optional.of(FailureCode.AMOUNT_TOO_LARGE)
        : Optional.empty();
  }

  private static Optional<FailureCode> unrefundable(PaymentView payment, Money amount) {
    if (payment.status() != Status.SUCCEEDED
        || !payment.amount().currency().equals(amount.currency())) {
      return Optional.of(FailureCode.REJECTED);
    }
    var rest = payment.amount().minus(payment.refunded());
    if (rest.isZero()) {
      return Optional.of(FailureCode.ALREADY_REFUNDED);
    }
    return amount.compareTo(rest) > 0
        ? Optional.of(FailureCode.AMOUNT_TOO_LARGE)
        : Optional.empty();
  }

  private static PaymentView in(PaymentView payment, Status status) {
    return new PaymentView(
        payment.reference(), payment.key(), status, payment.amount(), payment.refunded());
  }

  private static PaymentView refunded(PaymentView payment, Money more) {
    return new PaymentView(
        payment.reference(),
        payment.key(),
        payment.status(),
        payment.amount(),
        payment.refunded().plus(more));
  }

  private static Status ended(boolean succeeds) {
    return succeeds ? Status.SUCCEEDED : Status.FAILED;
  }

  private static GatewayReference reference(String kind, Map<?, ?> others) {
    return new GatewayReference(kind + "_" + (others.size() + 1));
  }

  private static <V extends View> Optional<V> find(
      Map<OperationKey, ? extends Kept<?, V>> all, GatewayReference reference) {
    return all.values().stream()
        .<V>map(Kept::now)
        .filter(view -> view.reference().equals(reference))
        .findAny();
  }

  private static <R, V> Kept<R, V> kept(Map<OperationKey, Kept<R, V>> all, OperationKey key) {
    return required(Optional.ofNullable(all.get(key)));
  }

  private static <V> V required(Optional<V> view) {
    return view.orElseThrow(() -> new IllegalArgumentException("the gateway knows no such thing"));
  }

  private static <T> Outcome<T> read(Optional<T> found) {
    return found
        .<Outcome<T>>map(value -> new Outcome.Done<>(value, false))
        .orElseGet(() -> new Outcome.Rejected<>(FailureCode.NOT_FOUND, "no such thing"));
  }

  private static <T> Outcome<T> rejected(String detail) {
    return new Outcome.Rejected<>(FailureCode.REJECTED, detail);
  }
}
