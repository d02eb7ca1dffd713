package org.mercat.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;
import org.mercat.payments.stripe.StripeCalls.Made;

/**
 * Charges on the market's own account: the money is taken in full at once and stays there until it
 * is given back or passed on. What has been asked for under a key is found by lists, which Stripe
 * keeps up to date, never by its search, which lags.
 */
final class StripePaymentGateway implements PaymentGateway {

  private final StripePlatform.Place place;
  private final StripeCalls calls;
  private final PayeeAccounts accounts;
  private final StripeTransfers transfers;
  private final PayoutsByHand payoutsByHand;

  StripePaymentGateway(StripePlatform.Place place, StripeCalls calls, PayeeAccounts accounts) {
    this.place = place;
    this.calls = calls;
    this.accounts = accounts;
    this.transfers = new StripeTransfers(calls);
    this.payoutsByHand = new PayoutsByHand(calls);
  }

  @Override
  public String name() {
    return "Stripe at " + place;
  }

  @Override
  public Outcome<PaymentView> capture(OperationKey key, Money amount, PaymentMethod method) {
    var counted = Amounts.toStripe(amount);
    if (key.step() != Step.CAPTURE || !amount.isPositive() || counted.isEmpty()) {
      return rejected(FailureCode.REJECTED);
    }
    var params =
        PaymentIntentCreateParams.builder()
            .setAmount(counted.getAsLong())
            .setCurrency(Amounts.currency(amount))
            .setPaymentMethod(method.token())
            .setConfirm(true)
            .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.AUTOMATIC)
            .setAutomaticPaymentMethods(
                PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                    .setEnabled(true)
                    .build())
            .setReturnUrl(place.market().toString())
            .setTransferGroup(LookUps.group(key))
            .putAllMetadata(Marks.of(key))
            .addExpand(Views.CHARGE);
    method.payer().map(GatewayReference::value).ifPresent(params::setCustomer);
    return calls.command(
        key,
        (client, options) -> {
          var intent = client.v1().paymentIntents().create(params.build(), options);
          var replayed = SingleSendClient.isReplayed(intent.getLastResponse().headers());
          return new Made<>(Views.own(Views.of(intent)), replayed);
        },
        () -> findPayment(key),
        found -> isFor(found, found.amount(), amount));
  }

  @Override
  public Outcome<RefundView> refund(OperationKey key, GatewayReference payment, Money amount) {
    if (key.step() != Step.REFUND || !amount.isPositive()) {
      return rejected(FailureCode.REJECTED);
    }
    return StripeCalls.then(payment(payment), view -> refund(key, view, amount));
  }

  /** What is beyond the payment is not asked for, unless this very refund has been made before. */
  private Outcome<RefundView> refund(OperationKey key, PaymentView payment, Money amount) {
    var counted = Amounts.toStripe(amount);
    if (payment.status() != Status.SUCCEEDED
        || !payment.amount().currency().equals(amount.currency())
        || counted.isEmpty()) {
      return rejected(FailureCode.REJECTED);
    }
    var params =
        RefundCreateParams.builder()
            .setPaymentIntent(payment.reference().value())
            .setAmount(counted.getAsLong())
            .putAllMetadata(Marks.of(key))
            .build();
    var beyond = beyond(payment, amount);
    return beyond.isEmpty()
        ? giveBack(key, params, amount)
        : StripeCalls.then(
            findRefund(key, payment.reference().value()),
            made -> made.isPresent() ? giveBack(key, params, amount) : rejected(beyond.get()));
  }

  private Outcome<RefundView> giveBack(OperationKey key, RefundCreateParams params, Money amount) {
    return calls.command(
        key,
        (client, options) -> {
          var refund = client.v1().refunds().create(params, options);
          var replayed = SingleSendClient.isReplayed(refund.getLastResponse().headers());
          return new Made<>(Views.own(Views.of(refund)), replayed);
        },
        () -> findRefund(key, params.getPaymentIntent()),
        found -> isFor(found, found.amount(), amount));
  }

  private static Optional<FailureCode> beyond(PaymentView payment, Money amount) {
    var rest = payment.amount().minus(payment.refunded());
    if (rest.isZero()) {
      return Optional.of(FailureCode.ALREADY_REFUNDED);
    }
    return amount.compareTo(rest) > 0
        ? Optional.of(FailureCode.AMOUNT_TOO_LARGE)
        : Optional.empty();
  }

  @Override
  public Outcome<PayeeView> openPayee(OperationKey key, PayeeProfile profile) {
    if (key.step() != Step.OPEN_PAYEE) {
      return rejected(FailureCode.REJECTED);
    }
    return calls.command(
        key,
        (client, options) -> opened(client, key, profile, options),
        () -> findPayee(key),
        _ -> false);
  }

  private Made<PayeeView> opened(
      StripeClient client, OperationKey key, PayeeProfile profile, RequestOptions options)
      throws StripeException {
    var made = accounts.open(client, profile, Marks.of(key), options);
    return new Made<>(Views.own(made.value().view()), made.replayed());
  }

  @Override
  public Outcome<OnboardingLink> onboardingLink(GatewayReference payee) {
    return calls.commandAnew(
        (client, options) ->
            new Made<>(new OnboardingLink(accounts.link(client, payee.value(), options)), false));
  }

  @Override
  public Outcome<PaymentView> payment(GatewayReference payment) {
    return calls.readOwn(client -> Views.of(LookUps.payment(client, payment.value())));
  }

  @Override
  public Outcome<RefundView> refund(GatewayReference refund) {
    return calls.readOwn(client -> Views.of(client.v1().refunds().retrieve(refund.value())));
  }

  @Override
  public Outcome<PayeeView> payee(GatewayReference payee) {
    return StripeCalls.then(
        calls.readOwn(client -> accounts.read(client, payee.value()).view()), payoutsByHand::of);
  }

  @Override
  public Outcome<Optional<PaymentView>> findPayment(OperationKey key) {
    return calls.read(client -> LookUps.payment(client, key).flatMap(Views::of));
  }

  @Override
  public Outcome<Optional<RefundView>> findRefund(OperationKey key) {
    return calls.read(client -> LookUps.refund(client, key).flatMap(Views::of));
  }

  private Outcome<Optional<RefundView>> findRefund(OperationKey key, String payment) {
    return calls.read(client -> LookUps.refundOf(client, key, payment).flatMap(Views::of));
  }

  @Override
  public Outcome<Optional<PayeeView>> findPayee(OperationKey key) {
    var found =
        calls.read(
            client ->
                accounts
                    .find(
                        client,
                        StripeCalls.since(key),
                        account -> Marks.areOf(account.metadata(), key))
                    .flatMap(PayeeAccounts.Account::view));
    return StripeCalls.then(found, this::told);
  }

  private Outcome<Optional<PayeeView>> told(Optional<PayeeView> found) {
    return found
        .map(payee -> StripeCalls.then(payoutsByHand.of(payee), StripePaymentGateway::known))
        .orElseGet(() -> new Outcome.Done<>(found, false));
  }

  private static Outcome<Optional<PayeeView>> known(PayeeView payee) {
    return new Outcome.Done<>(Optional.of(payee), false);
  }

  @Override
  public Outcome<TransferView> transfer(
      OperationKey key, GatewayReference payee, Money amount, GatewayReference payment) {
    return transfers.transfer(key, payee, amount, payment);
  }

  @Override
  public Outcome<ReversalView> reverse(OperationKey key, GatewayReference transfer, Money amount) {
    return transfers.reverse(key, transfer, amount);
  }

  @Override
  public Outcome<PayoutView> payOut(OperationKey key, GatewayReference payee, Money amount) {
    return transfers.payOut(key, payee, amount);
  }

  @Override
  public Outcome<TransferView> transfer(GatewayReference transfer) {
    return transfers.transfer(transfer);
  }

  @Override
  public Outcome<ReversalView> reversal(GatewayReference reversal) {
    return transfers.reversal(reversal);
  }

  @Override
  public Outcome<PayoutView> payout(GatewayReference payout) {
    return transfers.payout(payout);
  }

  @Override
  public Outcome<Optional<TransferView>> findTransfer(OperationKey key) {
    return transfers.findTransfer(key);
  }

  @Override
  public Outcome<Optional<ReversalView>> findReversal(OperationKey key, GatewayReference transfer) {
    return transfers.findReversal(key, transfer);
  }

  @Override
  public Outcome<Optional<PayoutView>> findPayout(OperationKey key, GatewayReference payee) {
    return transfers.findPayout(key, payee);
  }

  /** Whether what was found moves that money, or has. */
  private static boolean isFor(View found, Money itsAmount, Money amount) {
    return found.status() != Status.FAILED && itsAmount.equals(amount);
  }

  private static <T> Outcome<T> rejected(FailureCode why) {
    return new Outcome.Rejected<>(why, "not a request that Stripe can do");
  }
}
