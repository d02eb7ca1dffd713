package org.mercat.application.payment.port;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mercat.application.payment.port.GatewayBooks.Movement.Kind;
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

  /** Paid; the first payout of its money to a bank succeeds, and comes back. */
  public static final PaymentMethod PAYOUT_FAILS_AFTER_PAID =
      new PaymentMethod("sbx_payout_fails_after_paid");

  record CaptureRequest(Money amount, PaymentMethod method) {}

  private record RefundRequest(GatewayReference payment, Money amount) {}

  private final Map<OperationKey, KeptAnswer<CaptureRequest, PaymentView>> payments =
      new LinkedHashMap<>();
  private final Map<OperationKey, KeptAnswer<RefundRequest, RefundView>> refunds =
      new LinkedHashMap<>();
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryPayerAccounts payers = new InMemoryPayerAccounts();
  private final InMemoryGatewayBooks books;
  private final InMemoryTransfers transfers;
  private final InMemoryDisputes disputes;
  private final LossyLine line = new LossyLine();

  public InMemoryPaymentGateway() {
    this(InstantSource.system());
  }

  public InMemoryPaymentGateway(InstantSource clock) {
    this.books = new InMemoryGatewayBooks(clock);
    this.transfers = new InMemoryTransfers(this::known, this::account, line::answered, books);
    this.disputes =
        new InMemoryDisputes(
            payment -> KeptAnswer.find(payments, payment), line::answered, books, clock);
  }

  /** What payers' banks contest. */
  public InMemoryDisputes disputes() {
    return disputes;
  }

  /** What the gateway itself has written down. */
  public InMemoryGatewayBooks books() {
    return books;
  }

  /** The next command does nothing, and is not answered. */
  public synchronized void loseNextRequest() {
    line.loseNextRequest();
  }

  /** The next command does its work, and its answer gets lost. */
  public synchronized void loseNextAnswer() {
    line.loseNextAnswer();
  }

  /** What it keeps of payers. */
  public InMemoryPayerAccounts payers() {
    return payers;
  }

  /** How often money was really taken. */
  public synchronized long charges() {
    return payments.values().stream()
        .filter(payment -> payment.now().status() == Status.SUCCEEDED)
        .count();
  }

  /** The payer does what is needed, or gives up. */
  public synchronized void completeAction(GatewayReference payment, boolean succeeds) {
    var view = KeptAnswer.required(KeptAnswer.find(payments, payment));
    if (view.status() == Status.REQUIRES_ACTION) {
      change(PaymentViews.in(view, PaymentViews.ended(succeeds)));
      if (succeeds) {
        books.move(Kind.CHARGE, view, view.amount());
      }
    }
  }

  /** A pending refund reaches the payer, or does not; one that has reached it may come back. */
  public synchronized void completeRefund(GatewayReference refund, boolean succeeds) {
    var view = KeptAnswer.required(KeptAnswer.find(refunds, refund));
    if (view.status() == Status.PENDING || (view.status() == Status.SUCCEEDED && !succeeds)) {
      var kept = KeptAnswer.of(refunds, view.key());
      var next =
          new RefundView(view.reference(), view.key(), PaymentViews.ended(succeeds), view.amount());
      refunds.put(view.key(), kept.changed(next));
      if (!succeeds) {
        var payment = KeptAnswer.required(KeptAnswer.find(payments, kept.request().payment()));
        change(PaymentViews.refunded(payment, view.amount().negated()));
        books.move(Kind.REFUND_FAILURE, view, view.amount());
      }
    }
  }

  /** A payout reaches the bank, or comes back from it, even after it has succeeded. */
  public synchronized void completePayout(GatewayReference payout, boolean succeeds) {
    transfers.completePayout(payout, succeeds);
  }

  /** From now on payouts are pending until {@link #completePayout}. */
  public synchronized void payoutsTakeTime() {
    transfers.payoutsTakeTime();
  }

  /** Whether the market's account is short of money to pass on. */
  public synchronized void shortOfMoney(boolean isShort) {
    transfers.shortOfMoney(isShort);
  }

  /** Whether the account of a payee may take money and be paid out, as the gateway decides. */
  public synchronized void enable(GatewayReference payee, boolean enabled) {
    accounts.enable(payee, enabled);
  }

  /** The account of a payee is not the market's to use any more. */
  public synchronized void end(GatewayReference payee) {
    accounts.end(payee);
  }

  /** How much money of a payee is at the gateway, neither taken back nor paid out. */
  public synchronized Money balance(GatewayReference payee, String currency) {
    return transfers.balance(payee, Money.of(0, currency));
  }

  /**
   * Somebody gives money back on the gateway's own pages.
   *
   * @param amount no more than what is left of the payment
   */
  public synchronized void refundByHand(GatewayReference payment, Money amount) {
    var view = KeptAnswer.required(KeptAnswer.find(payments, payment));
    if (InMemoryLimits.unrefundable(view, amount).isEmpty()) {
      change(PaymentViews.refunded(view, amount));
      books.refundByHand(view, amount);
    }
  }

  /** Everything that there is, as it is now. */
  synchronized List<View> all() {
    return Stream.of(
            payments,
            refunds,
            accounts.kept(),
            transfers.transfers(),
            transfers.reversals(),
            transfers.payouts())
        .flatMap(kept -> kept.values().stream())
        .<View>map(KeptAnswer::now)
        .toList();
  }

  /** The provider finishes the opening on the page of the link. */
  public synchronized void finishOnboarding(OnboardingLink link) {
    accounts.finish(link);
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
      return KeptAnswer.of(payments, key).repeated(request);
    }
    var wrong = InMemoryLimits.wrong(key, Step.CAPTURE, amount);
    if (wrong.isPresent()) {
      return new Outcome.Rejected<>(wrong.get(), "not a request that can be done");
    }
    return switch (payers.behaviour(method)) {
      case "sbx_ok", "sbx_refund_pending", "sbx_refund_fails", "sbx_payout_fails_after_paid" ->
          line.answered(() -> take(key, request, Status.SUCCEEDED));
      case "sbx_requires_action" -> line.answered(() -> take(key, request, Status.REQUIRES_ACTION));
      case "sbx_timeout_after_work" -> {
        loseNextAnswer();
        yield line.answered(() -> take(key, request, Status.SUCCEEDED));
      }
      case "sbx_declined" -> line.answered(() -> decline(key, request, FailureCode.CARD_DECLINED));
      case "sbx_insufficient_funds" ->
          line.answered(() -> decline(key, request, FailureCode.INSUFFICIENT_FUNDS));
      default -> new Outcome.Rejected<>(FailureCode.INVALID_METHOD, "no such method");
    };
  }

  @Override
  public synchronized Outcome<RefundView> refund(
      OperationKey key, GatewayReference payment, Money amount) {
    var request = new RefundRequest(payment, amount);
    if (refunds.containsKey(key)) {
      return KeptAnswer.of(refunds, key).repeated(request);
    }
    var wrong =
        InMemoryLimits.wrong(key, Step.REFUND, amount)
            .or(
                () ->
                    KeptAnswer.find(payments, payment)
                        .map(view -> InMemoryLimits.unrefundable(view, amount))
                        .orElse(Optional.of(FailureCode.NOT_FOUND)));
    return wrong.isPresent()
        ? new Outcome.Rejected<>(wrong.get(), "not a request that can be done")
        : line.answered(() -> giveBack(key, request));
  }

  @Override
  public synchronized Outcome<PayeeView> openPayee(OperationKey key, PayeeProfile profile) {
    return accounts.open(key, profile, line::answered);
  }

  @Override
  public synchronized Outcome<OnboardingLink> onboardingLink(GatewayReference payee) {
    return accounts.link(payee);
  }

  @Override
  public synchronized Outcome<PaymentView> payment(GatewayReference payment) {
    return KeptAnswer.read(KeptAnswer.find(payments, payment));
  }

  @Override
  public synchronized Outcome<RefundView> refund(GatewayReference refund) {
    return KeptAnswer.read(KeptAnswer.find(refunds, refund));
  }

  @Override
  public synchronized Outcome<PayeeView> payee(GatewayReference payee) {
    return accounts.read(payee);
  }

  @Override
  public synchronized Outcome<Optional<PaymentView>> findPayment(OperationKey key) {
    return KeptAnswer.under(payments, key);
  }

  @Override
  public synchronized Outcome<Optional<RefundView>> findRefund(OperationKey key) {
    return KeptAnswer.under(refunds, key);
  }

  @Override
  public synchronized Outcome<Optional<PayeeView>> findPayee(OperationKey key) {
    return KeptAnswer.under(accounts.kept(), key);
  }

  @Override
  public synchronized Outcome<TransferView> transfer(
      OperationKey key, GatewayReference payee, Money amount, GatewayReference payment) {
    return transfers.transfer(key, payee, amount, payment);
  }

  @Override
  public synchronized Outcome<ReversalView> reverse(
      OperationKey key, GatewayReference transfer, Money amount) {
    return transfers.reverse(key, transfer, amount);
  }

  @Override
  public synchronized Outcome<PayoutView> payOut(
      OperationKey key, GatewayReference payee, Money amount) {
    return transfers.payOut(key, payee, amount);
  }

  @Override
  public synchronized Outcome<TransferView> transfer(GatewayReference transfer) {
    return KeptAnswer.read(KeptAnswer.find(transfers.transfers(), transfer));
  }

  @Override
  public synchronized Outcome<ReversalView> reversal(GatewayReference reversal) {
    return KeptAnswer.read(KeptAnswer.find(transfers.reversals(), reversal));
  }

  @Override
  public synchronized Outcome<PayoutView> payout(GatewayReference payout) {
    return KeptAnswer.read(KeptAnswer.find(transfers.payouts(), payout));
  }

  @Override
  public synchronized Outcome<Optional<TransferView>> findTransfer(OperationKey key) {
    return KeptAnswer.under(transfers.transfers(), key);
  }

  @Override
  public synchronized Outcome<Optional<ReversalView>> findReversal(
      OperationKey key, GatewayReference transfer) {
    return KeptAnswer.under(transfers.reversals(), key);
  }

  @Override
  public synchronized Outcome<Optional<PayoutView>> findPayout(
      OperationKey key, GatewayReference payee) {
    return KeptAnswer.under(transfers.payouts(), key);
  }

  private Optional<InMemoryTransfers.Source> known(GatewayReference payment) {
    return InMemoryTransfers.Source.of(payments, payment);
  }

  private Optional<PayeeView> account(GatewayReference payee) {
    return KeptAnswer.find(accounts.kept(), payee);
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
    var view =
        new PaymentView(
            KeptAnswer.reference("pay", payments), key, status, request.amount(), nothing);
    Outcome<PaymentView> answer =
        declined
            .<Outcome<PaymentView>>map(Outcome.Declined::new)
            .orElseGet(() -> new Outcome.Done<>(view, false));
    payments.put(key, new KeptAnswer<>(request, answer, view));
    if (status == Status.SUCCEEDED) {
      books.move(Kind.CHARGE, view, view.amount());
    }
    return view;
  }

  private Outcome<RefundView> giveBack(OperationKey key, RefundRequest request) {
    var payment = KeptAnswer.required(KeptAnswer.find(payments, request.payment()));
    var status =
        switch (KeptAnswer.of(payments, payment.key()).request().method().token()) {
          case "sbx_refund_pending" -> Status.PENDING;
          case "sbx_refund_fails" -> Status.FAILED;
          default -> Status.SUCCEEDED;
        };
    var view = new RefundView(KeptAnswer.reference("re", refunds), key, status, request.amount());
    var answer = new Outcome.Done<>(view, false);
    refunds.put(key, new KeptAnswer<>(request, answer, view));
    if (status != Status.FAILED) {
      change(PaymentViews.refunded(payment, request.amount()));
      books.move(Kind.REFUND, view, view.amount().negated());
    }
    return answer;
  }

  private void change(PaymentView next) {
    payments.put(next.key(), KeptAnswer.of(payments, next.key()).changed(next));
  }
}
