package org.mercat.application.payment.port;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mercat.application.payment.port.GatewayBooks.Movement.Kind;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.PayoutView;
import org.mercat.application.payment.port.PaymentGateway.ReversalView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.PaymentGateway.TransferView;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;

/** The part of {@link InMemoryPaymentGateway} behind the payment: to payees, and to their banks. */
final class InMemoryTransfers {

  /** A payment whose money is passed on. */
  record Source(PaymentView payment, PaymentMethod method) {
    static Optional<Source> of(
        Map<OperationKey, KeptAnswer<InMemoryPaymentGateway.CaptureRequest, PaymentView>> all,
        GatewayReference payment) {
      return KeptAnswer.find(all, payment)
          .map(view -> new Source(view, KeptAnswer.of(all, view.key()).request().method()));
    }
  }

  record TransferRequest(GatewayReference payee, GatewayReference payment, Money amount) {}

  record ReversalRequest(GatewayReference transfer, Money amount) {}

  record PayoutRequest(GatewayReference payee, Money amount) {}

  /** Does the work, and may lose the request or the answer. */
  @FunctionalInterface
  interface Answering {
    <T> Outcome<T> answered(Supplier<Outcome<T>> work);
  }

  private final Function<GatewayReference, Optional<Source>> payments;
  private final Function<GatewayReference, Optional<PayeeView>> payees;
  private final Answering answering;
  private final InMemoryGatewayBooks books;
  private final Map<OperationKey, KeptAnswer<TransferRequest, TransferView>> transfers =
      new LinkedHashMap<>();
  private final Map<OperationKey, KeptAnswer<ReversalRequest, ReversalView>> reversals =
      new LinkedHashMap<>();
  private final Map<OperationKey, KeptAnswer<PayoutRequest, PayoutView>> payouts =
      new LinkedHashMap<>();
  private boolean isShort;
  private boolean payoutsTakeTime;

  InMemoryTransfers(
      Function<GatewayReference, Optional<Source>> payments,
      Function<GatewayReference, Optional<PayeeView>> payees,
      Answering answering,
      InMemoryGatewayBooks books) {
    this.payments = payments;
    this.payees = payees;
    this.answering = answering;
    this.books = books;
  }

  Map<OperationKey, KeptAnswer<TransferRequest, TransferView>> transfers() {
    return transfers;
  }

  Map<OperationKey, KeptAnswer<ReversalRequest, ReversalView>> reversals() {
    return reversals;
  }

  Map<OperationKey, KeptAnswer<PayoutRequest, PayoutView>> payouts() {
    return payouts;
  }

  void shortOfMoney(boolean now) {
    isShort = now;
  }

  void payoutsTakeTime() {
    payoutsTakeTime = true;
  }

  void completePayout(GatewayReference payout, boolean succeeds) {
    var view = KeptAnswer.required(KeptAnswer.find(payouts, payout));
    if (view.status() == Status.PENDING || (view.status() == Status.SUCCEEDED && !succeeds)) {
      payouts.put(view.key(), KeptAnswer.of(payouts, view.key()).changed(ended(view, succeeds)));
    }
  }

  Outcome<TransferView> transfer(
      OperationKey key, GatewayReference payee, Money amount, GatewayReference payment) {
    var request = new TransferRequest(payee, payment, amount);
    if (transfers.containsKey(key)) {
      return KeptAnswer.of(transfers, key).repeated(request);
    }
    var source = payments.apply(payment);
    var account = payees.apply(payee);
    var wrong =
        InMemoryLimits.wrong(key, Step.TRANSFER, amount)
            .or(() -> unknown(source.isPresent() && account.isPresent()))
            .or(
                () ->
                    untransferable(source.orElseThrow().payment(), account.orElseThrow(), amount));
    return wrong.isPresent()
        ? refused(wrong.get())
        : answering.answered(
            () -> {
              var view =
                  new TransferView(
                      KeptAnswer.reference("tr", transfers),
                      key,
                      Status.SUCCEEDED,
                      amount,
                      Money.zero(amount.currency()));
              var kept = KeptAnswer.done(request, view);
              transfers.put(key, kept);
              books.move(Kind.TRANSFER, view, amount.negated());
              return kept.answer();
            });
  }

  Outcome<ReversalView> reverse(OperationKey key, GatewayReference transfer, Money amount) {
    var request = new ReversalRequest(transfer, amount);
    if (reversals.containsKey(key)) {
      return KeptAnswer.of(reversals, key).repeated(request);
    }
    var from = KeptAnswer.find(transfers, transfer);
    var wrong =
        InMemoryLimits.wrong(key, Step.REVERSE, amount)
            .or(() -> unknown(from.isPresent()))
            .or(() -> irreversible(from.orElseThrow(), amount));
    return wrong.isPresent()
        ? refused(wrong.get())
        : answering.answered(
            () -> {
              var view =
                  new ReversalView(
                      KeptAnswer.reference("trr", reversals), key, Status.SUCCEEDED, amount);
              var kept = KeptAnswer.done(request, view);
              reversals.put(key, kept);
              takeBack(from.orElseThrow(), amount);
              books.move(Kind.REVERSAL, view, amount);
              return kept.answer();
            });
  }

  Outcome<PayoutView> payOut(OperationKey key, GatewayReference payee, Money amount) {
    var request = new PayoutRequest(payee, amount);
    if (payouts.containsKey(key)) {
      return KeptAnswer.of(payouts, key).repeated(request);
    }
    var account = payees.apply(payee);
    var wrong =
        InMemoryLimits.wrong(key, Step.PAY_OUT, amount)
            .or(() -> unknown(account.isPresent()))
            .or(() -> notReady(account.orElseThrow()))
            .or(() -> unless(amount.compareTo(balance(payee, amount)) <= 0));
    return wrong.isPresent()
        ? refused(wrong.get())
        : answering.answered(
            () -> {
              var status = payoutsTakeTime ? Status.PENDING : Status.SUCCEEDED;
              var id = KeptAnswer.reference("po", payouts);
              var comesBack = comesBack(payee);
              var kept =
                  KeptAnswer.done(
                      request, new PayoutView(id, key, status, amount, Optional.empty()));
              payouts.put(key, comesBack ? kept.changed(ended(kept.now(), false)) : kept);
              return kept.answer();
            });
  }

  /** What a payee has at the gateway, in the currency of that amount. */
  Money balance(GatewayReference payee, Money like) {
    var currency = like.currency();
    var received =
        transfers.values().stream()
            .filter(kept -> kept.request().payee().equals(payee))
            .map(KeptAnswer::now)
            .map(view -> view.amount().minus(view.reversed()));
    var paidOut =
        payouts.values().stream()
            .filter(kept -> kept.request().payee().equals(payee))
            .map(KeptAnswer::now)
            .filter(view -> view.status() != Status.FAILED)
            .map(view -> view.amount().negated());
    return Stream.concat(received, paidOut)
        .filter(money -> money.currency().equals(currency))
        .reduce(Money.zero(currency), Money::plus);
  }

  /** Of a payee who has got money of such a payment, the first payout does. */
  private boolean comesBack(GatewayReference payee) {
    var hasSuch =
        transfers.values().stream()
            .filter(kept -> kept.request().payee().equals(payee))
            .map(kept -> payments.apply(kept.request().payment()).orElseThrow().method())
            .anyMatch(InMemoryPaymentGateway.PAYOUT_FAILS_AFTER_PAID::equals);
    return hasSuch
        && payouts.values().stream().noneMatch(kept -> kept.request().payee().equals(payee));
  }

  private void takeBack(TransferView from, Money amount) {
    var next =
        new TransferView(
            from.reference(),
            from.key(),
            from.status(),
            from.amount(),
            from.reversed().plus(amount));
    transfers.put(from.key(), KeptAnswer.of(transfers, from.key()).changed(next));
  }

  private Optional<FailureCode> untransferable(PaymentView payment, PayeeView payee, Money amount) {
    if (payment.status() != Status.SUCCEEDED
        || !payment.amount().currency().equals(amount.currency())) {
      return Optional.of(FailureCode.REJECTED);
    }
    if (amount.compareTo(payment.amount()) > 0) {
      return Optional.of(FailureCode.AMOUNT_TOO_LARGE);
    }
    var passedOn =
        transfers.values().stream()
            .filter(kept -> kept.request().payment().equals(payment.reference()))
            .map(kept -> kept.now().amount().minus(kept.now().reversed()))
            .reduce(Money.zero(amount.currency()), Money::plus);
    var left = payment.amount().minus(payment.refunded()).minus(passedOn);
    return notReady(payee).or(() -> unless(!isShort && amount.compareTo(left) <= 0));
  }

  private Optional<FailureCode> irreversible(TransferView from, Money amount) {
    if (!from.amount().currency().equals(amount.currency())) {
      return Optional.of(FailureCode.REJECTED);
    }
    if (amount.compareTo(from.amount().minus(from.reversed())) > 0) {
      return Optional.of(FailureCode.AMOUNT_TOO_LARGE);
    }
    var payee = KeptAnswer.of(transfers, from.key()).request().payee();
    return unless(amount.compareTo(balance(payee, amount)) <= 0);
  }

  private static PayoutView ended(PayoutView view, boolean succeeds) {
    return new PayoutView(
        view.reference(),
        view.key(),
        succeeds ? Status.SUCCEEDED : Status.FAILED,
        view.amount(),
        succeeds ? Optional.empty() : Optional.of(FailureCode.PAYEE_NOT_READY));
  }

  private static Optional<FailureCode> unknown(boolean isKnown) {
    return isKnown ? Optional.empty() : Optional.of(FailureCode.NOT_FOUND);
  }

  private static Optional<FailureCode> notReady(PayeeView payee) {
    return payee.payoutsEnabled() ? Optional.empty() : Optional.of(FailureCode.PAYEE_NOT_READY);
  }

  private static Optional<FailureCode> unless(boolean isThere) {
    return isThere ? Optional.empty() : Optional.of(FailureCode.BALANCE_INSUFFICIENT);
  }

  private static <T> Outcome<T> refused(FailureCode why) {
    return new Outcome.Rejected<>(why, "not a request that can be done");
  }
}
