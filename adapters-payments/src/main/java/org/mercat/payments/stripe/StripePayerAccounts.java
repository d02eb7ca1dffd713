package org.mercat.payments.stripe;

import com.stripe.model.Customer;
import com.stripe.model.SetupIntent;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentListParams;
import java.net.URI;
import java.util.Optional;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.Card;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.payments.stripe.StripeCalls.Made;

/**
 * Customers and their cards. Stripe learns nothing of a customer but our marks, and cards are kept
 * for payments at which their owners are present.
 */
final class StripePayerAccounts implements PayerAccounts {

  private final StripeCalls calls;
  private final URI market;

  StripePayerAccounts(StripeCalls calls, URI market) {
    this.calls = calls;
    this.market = market;
  }

  @Override
  public Outcome<PayerView> open(OperationKey key) {
    if (key.step() != Step.OPEN_PAYER) {
      return rejected();
    }
    var params = CustomerCreateParams.builder().putAllMetadata(Marks.of(key)).build();
    return calls.command(
        key,
        (client, options) -> {
          var customer = client.v1().customers().create(params, options);
          var replayed = SingleSendClient.isReplayed(customer.getLastResponse().headers());
          return new Made<>(Views.own(payer(customer)), replayed);
        },
        () -> findPayer(key),
        _ -> true);
  }

  /** By the customers since the person has an account here. */
  @Override
  public Outcome<Optional<PayerView>> findPayer(OperationKey key) {
    return calls.read(
        client ->
            StripeCalls.first(
                    last -> {
                      var created =
                          CustomerListParams.Created.builder()
                              .setGte(StripeCalls.since(key))
                              .build();
                      var params =
                          CustomerListParams.builder()
                              .setCreated(created)
                              .setLimit(StripeCalls.PAGE);
                      last.ifPresent(params::setStartingAfter);
                      return client.v1().customers().list(params.build());
                    },
                    (Customer each) -> Marks.areOf(each.getMetadata(), key))
                .flatMap(StripePayerAccounts::payer));
  }

  @Override
  public Outcome<Card> card(PaymentMethod method) {
    var found =
        calls.read(
            client ->
                Optional.ofNullable(client.v1().paymentMethods().retrieve(method.token()).getCard())
                    .map(StripePayerAccounts::shown));
    return switch (found) {
      case Outcome.Rejected<Optional<Card>>(var why, var detail)
          when why == FailureCode.NOT_FOUND ->
          new Outcome.Rejected<>(FailureCode.INVALID_METHOD, detail);
      default ->
          StripeCalls.then(
              found,
              card ->
                  card.<Outcome<Card>>map(it -> new Outcome.Done<>(it, false))
                      .orElseGet(
                          () -> new Outcome.Rejected<>(FailureCode.INVALID_METHOD, "no card")));
    };
  }

  @Override
  public Outcome<SetupView> save(OperationKey key, GatewayReference payer, PaymentMethod method) {
    if (key.step() != Step.SAVE_METHOD) {
      return rejected();
    }
    var params =
        SetupIntentCreateParams.builder()
            .setCustomer(payer.value())
            .setPaymentMethod(method.token())
            .setConfirm(true)
            .setUsage(SetupIntentCreateParams.Usage.ON_SESSION)
            .setAutomaticPaymentMethods(
                SetupIntentCreateParams.AutomaticPaymentMethods.builder().setEnabled(true).build())
            .setReturnUrl(market.toString())
            .putAllMetadata(Marks.of(key))
            .build();
    return calls.command(
        key,
        (client, options) -> {
          var setup = client.v1().setupIntents().create(params, options);
          var replayed = SingleSendClient.isReplayed(setup.getLastResponse().headers());
          return new Made<>(Views.own(view(setup)), replayed);
        },
        () -> findSetup(key, payer),
        found -> found.status() != Status.FAILED);
  }

  @Override
  public Outcome<SetupView> setup(GatewayReference setup) {
    return calls.readOwn(client -> view(client.v1().setupIntents().retrieve(setup.value())));
  }

  @Override
  public Outcome<Optional<SetupView>> findSetup(OperationKey key, GatewayReference payer) {
    return calls.read(
        client ->
            StripeCalls.first(
                    last -> {
                      var params =
                          SetupIntentListParams.builder()
                              .setCustomer(payer.value())
                              .setLimit(StripeCalls.PAGE);
                      last.ifPresent(params::setStartingAfter);
                      return client.v1().setupIntents().list(params.build());
                    },
                    (SetupIntent each) -> Marks.areOf(each.getMetadata(), key))
                .flatMap(StripePayerAccounts::view));
  }

  /** What is not the customer's any more is not asked for. */
  @Override
  public Outcome<GatewayReference> remove(GatewayReference payer, GatewayReference method) {
    var keeper =
        orMissing(
            calls.read(
                client ->
                    Optional.ofNullable(
                        client.v1().paymentMethods().retrieve(method.value()).getCustomer())));
    return StripeCalls.then(
        keeper,
        customer ->
            customer.filter(payer.value()::equals).isEmpty()
                ? new Outcome.Done<>(method, true)
                : calls.commandAnew(
                    (client, options) -> {
                      var detached = client.v1().paymentMethods().detach(method.value(), options);
                      return new Made<>(new GatewayReference(detached.getId()), false);
                    }));
  }

  /** Stripe remembers that a customer is deleted, and says so. */
  @Override
  public Outcome<GatewayReference> forget(GatewayReference payer) {
    var present =
        orMissing(
            calls.read(
                client -> {
                  var customer = client.v1().customers().retrieve(payer.value());
                  return Boolean.TRUE.equals(customer.getDeleted())
                      ? Optional.<String>empty()
                      : Optional.of(customer.getId());
                }));
    return StripeCalls.then(
        present,
        id ->
            id.isEmpty()
                ? new Outcome.Done<>(payer, true)
                : calls.commandAnew(
                    (client, options) -> {
                      var deleted = client.v1().customers().delete(id.get(), options);
                      return new Made<>(new GatewayReference(deleted.getId()), false);
                    }));
  }

  /** What Stripe has never heard of is not there. */
  private static Outcome<Optional<String>> orMissing(Outcome<Optional<String>> read) {
    return read instanceof Outcome.Rejected<Optional<String>>(var why, _)
            && (why == FailureCode.NOT_FOUND || why == FailureCode.INVALID_METHOD)
        ? new Outcome.Done<>(Optional.empty(), false)
        : read;
  }

  private static Optional<PayerView> payer(Customer customer) {
    return Marks.key(customer.getMetadata())
        .map(key -> new PayerView(new GatewayReference(customer.getId()), key));
  }

  private static Optional<SetupView> view(SetupIntent setup) {
    var status = status(setup.getStatus());
    var kept =
        status == Status.SUCCEEDED
            ? Optional.of(new GatewayReference(setup.getPaymentMethod()))
            : Optional.<GatewayReference>empty();
    return Marks.key(setup.getMetadata())
        .map(key -> new SetupView(new GatewayReference(setup.getId()), key, status, kept));
  }

  /** As with payments: one that wants a method again has come to nothing. */
  private static Status status(String status) {
    return switch (status) {
      case "succeeded" -> Status.SUCCEEDED;
      case "requires_action" -> Status.REQUIRES_ACTION;
      case "requires_payment_method", "canceled" -> Status.FAILED;
      case "processing", "requires_confirmation" -> Status.PENDING;
      default -> throw new IllegalStateException("a setup that is " + status);
    };
  }

  private static Card shown(com.stripe.model.PaymentMethod.Card card) {
    return new Card(
        card.getBrand(),
        card.getLast4(),
        Math.toIntExact(card.getExpMonth()),
        Math.toIntExact(card.getExpYear()));
  }

  private static <T> Outcome<T> rejected() {
    return new Outcome.Rejected<>(FailureCode.REJECTED, "not a request that Stripe can do");
  }
}
