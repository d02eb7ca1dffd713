package org.mercat.payments.stripe;

import com.stripe.model.HasId;
import com.stripe.model.Payout;
import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import com.stripe.net.RequestOptions;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalCreateParams;
import com.stripe.param.TransferReversalListParams;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.PayoutView;
import org.mercat.application.payment.port.PaymentGateway.ReversalView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.PaymentGateway.TransferView;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.shared.Money;
import org.mercat.payments.stripe.StripeCalls.Made;

/**
 * Money on its way from the market's account to the accounts of payees, back, and to their banks.
 * Reversals are things of a transfer and payouts things of an account, so the names of both are
 * needed to find one: they are kept together, with a colon between them.
 */
final class StripeTransfers {

  private static final String COLON = ":";

  /** A payment, and the charge that has brought its money. */
  private record Source(PaymentView payment, Optional<String> charge) {}

  private final StripeCalls calls;

  StripeTransfers(StripeCalls calls) {
    this.calls = calls;
  }

  Outcome<TransferView> transfer(
      OperationKey key, GatewayReference payee, Money amount, GatewayReference payment) {
    return isWrong(key, Step.TRANSFER, amount)
        ? rejected(FailureCode.REJECTED)
        : StripeCalls.then(source(payment), source -> transfer(key, payee, amount, source));
  }

  /** What is beyond the payment is not asked for, unless this very transfer was made before. */
  private Outcome<TransferView> transfer(
      OperationKey key, GatewayReference payee, Money amount, Source source) {
    var payment = source.payment();
    if (payment.status() != Status.SUCCEEDED
        || source.charge().isEmpty()
        || !payment.amount().currency().equals(amount.currency())) {
      return rejected(FailureCode.REJECTED);
    }
    if (amount.compareTo(payment.amount()) > 0) {
      return rejected(FailureCode.AMOUNT_TOO_LARGE);
    }
    var params =
        TransferCreateParams.builder()
            .setAmount(Amounts.toStripe(amount).getAsLong())
            .setCurrency(Amounts.currency(amount))
            .setDestination(payee.value())
            .setSourceTransaction(source.charge().get())
            .setTransferGroup(LookUps.group(key))
            .putAllMetadata(Marks.of(key))
            .build();
    return amount.compareTo(payment.amount().minus(payment.refunded())) <= 0
        ? pass(key, params, amount)
        : StripeCalls.then(
            findTransfer(key),
            made ->
                made.isPresent()
                    ? pass(key, params, amount)
                    : rejected(FailureCode.BALANCE_INSUFFICIENT));
  }

  private Outcome<TransferView> pass(OperationKey key, TransferCreateParams params, Money amount) {
    return calls.command(
        key,
        (client, options) -> {
          var transfer = client.v1().transfers().create(params, options);
          var replayed = SingleSendClient.isReplayed(transfer.getLastResponse().headers());
          return new Made<>(Views.own(Views.of(transfer)), replayed);
        },
        () -> findTransfer(key, Optional.of(params.getDestination())),
        found -> found.amount().equals(amount));
  }

  Outcome<ReversalView> reverse(OperationKey key, GatewayReference transfer, Money amount) {
    return isWrong(key, Step.REVERSE, amount)
        ? rejected(FailureCode.REJECTED)
        : StripeCalls.then(transfer(transfer), from -> reverse(key, from, amount));
  }

  private Outcome<ReversalView> reverse(OperationKey key, TransferView from, Money amount) {
    if (!from.amount().currency().equals(amount.currency())) {
      return rejected(FailureCode.REJECTED);
    }
    return amount.compareTo(from.amount().minus(from.reversed())) <= 0
        ? takeBack(key, from, amount)
        : StripeCalls.then(
            findReversal(key, from.reference()),
            made ->
                made.isPresent()
                    ? takeBack(key, from, amount)
                    : rejected(FailureCode.AMOUNT_TOO_LARGE));
  }

  private Outcome<ReversalView> takeBack(OperationKey key, TransferView from, Money amount) {
    var transfer = from.reference().value();
    var params =
        TransferReversalCreateParams.builder()
            .setAmount(Amounts.toStripe(amount).getAsLong())
            .putAllMetadata(Marks.of(key))
            .build();
    return calls.command(
        key,
        (client, options) -> {
          var reversal = client.v1().transfers().reversals().create(transfer, params, options);
          var replayed = SingleSendClient.isReplayed(reversal.getLastResponse().headers());
          return new Made<>(Views.own(Views.of(reversal, named(transfer, reversal))), replayed);
        },
        () -> findReversal(key, from.reference()),
        found -> found.amount().equals(amount));
  }

  Outcome<PayoutView> payOut(OperationKey key, GatewayReference payee, Money amount) {
    if (isWrong(key, Step.PAY_OUT, amount)) {
      return rejected(FailureCode.REJECTED);
    }
    var account = payee.value();
    var params =
        PayoutCreateParams.builder()
            .setAmount(Amounts.toStripe(amount).getAsLong())
            .setCurrency(Amounts.currency(amount))
            .putAllMetadata(Marks.of(key))
            .build();
    return calls.command(
        key,
        (client, options) -> {
          var asPayee = options.toBuilderFullCopy().setStripeAccount(account).build();
          var payout = client.v1().payouts().create(params, asPayee);
          var replayed = SingleSendClient.isReplayed(payout.getLastResponse().headers());
          return new Made<>(Views.own(Views.of(payout, named(account, payout))), replayed);
        },
        () -> findPayout(key, payee),
        found -> found.amount().equals(amount));
  }

  Outcome<TransferView> transfer(GatewayReference transfer) {
    return calls.readOwn(client -> Views.of(client.v1().transfers().retrieve(transfer.value())));
  }

  Outcome<ReversalView> reversal(GatewayReference reversal) {
    var names = reversal.value().split(COLON, 2);
    return names.length < 2
        ? rejected(FailureCode.NOT_FOUND)
        : calls.readOwn(
            client ->
                Views.of(
                    client.v1().transfers().reversals().retrieve(names[0], names[1]), reversal));
  }

  Outcome<PayoutView> payout(GatewayReference payout) {
    var names = payout.value().split(COLON, 2);
    return names.length < 2
        ? rejected(FailureCode.NOT_FOUND)
        : calls.readOwn(
            client -> Views.of(client.v1().payouts().retrieve(names[1], as(names[0])), payout));
  }

  /** By the booking, of which there are few transfers. */
  Outcome<Optional<TransferView>> findTransfer(OperationKey key) {
    return findTransfer(key, Optional.empty());
  }

  private Outcome<Optional<TransferView>> findTransfer(OperationKey key, Optional<String> payee) {
    return calls.read(
        client ->
            StripeCalls.first(
                    last -> {
                      var params =
                          TransferListParams.builder()
                              .setTransferGroup(LookUps.group(key))
                              .setLimit(StripeCalls.PAGE);
                      payee.ifPresent(params::setDestination);
                      last.ifPresent(params::setStartingAfter);
                      return client.v1().transfers().list(params.build());
                    },
                    (Transfer each) -> Marks.areOf(each.getMetadata(), key))
                .flatMap(Views::of));
  }

  Outcome<Optional<ReversalView>> findReversal(OperationKey key, GatewayReference transfer) {
    return calls.read(
        client ->
            StripeCalls.first(
                    last -> {
                      var params = TransferReversalListParams.builder().setLimit(StripeCalls.PAGE);
                      last.ifPresent(params::setStartingAfter);
                      return client
                          .v1()
                          .transfers()
                          .reversals()
                          .list(transfer.value(), params.build());
                    },
                    (TransferReversal each) -> Marks.areOf(each.getMetadata(), key))
                .flatMap(found -> Views.of(found, named(transfer.value(), found))));
  }

  /** By the payouts of the account since this one was decided on. */
  Outcome<Optional<PayoutView>> findPayout(OperationKey key, GatewayReference payee) {
    return calls.read(
        client ->
            StripeCalls.first(
                    last -> {
                      var created =
                          PayoutListParams.Created.builder().setGte(StripeCalls.since(key)).build();
                      var params =
                          PayoutListParams.builder().setCreated(created).setLimit(StripeCalls.PAGE);
                      last.ifPresent(params::setStartingAfter);
                      return client.v1().payouts().list(params.build(), as(payee.value()));
                    },
                    (Payout each) -> Marks.areOf(each.getMetadata(), key))
                .flatMap(found -> Views.of(found, named(payee.value(), found))));
  }

  private Outcome<Source> source(GatewayReference payment) {
    return calls.readOwn(
        client -> {
          var intent = LookUps.payment(client, payment.value());
          var charge = Optional.ofNullable(intent.getLatestCharge());
          return Views.of(intent).map(view -> new Source(view, charge));
        });
  }

  private static GatewayReference named(String whole, HasId part) {
    return new GatewayReference(whole + COLON + part.getId());
  }

  private static RequestOptions as(String account) {
    return RequestOptions.builder().setStripeAccount(account).build();
  }

  private static boolean isWrong(OperationKey key, Step step, Money amount) {
    return key.step() != step || !amount.isPositive() || Amounts.toStripe(amount).isEmpty();
  }

  private static <T> Outcome<T> rejected(FailureCode why) {
    return new Outcome.Rejected<>(why, "not a request that Stripe can do");
  }
}
