package org.mercat.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayBooksContract;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PayerActionsContract;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.application.payment.port.PaymentGatewayContract;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.payments.stripe.fake.FakeCard;
import org.mercat.payments.stripe.fake.FakeStripe;

/** With accounts of the second API; {@link StripeOnV1Test} has those of the first one. */
class StripePaymentGatewayTest
    implements PaymentGatewayContract, GatewayBooksContract, PayerActionsContract {

  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private final FakeStripe stripe = FakeStripe.start(InstantSource.system());
  private final StripePlatform platform = StripeOnTrial.at(stripe, accounts());
  private final PaymentGateway gateway = platform.gateway();

  AccountsApi accounts() {
    return AccountsApi.V2;
  }

  @AfterEach
  void close() {
    platform.close();
    stripe.close();
  }

  @Override
  public PaymentGateway gateway() {
    return gateway;
  }

  @Override
  public PayerActions actions() {
    return platform.payerActions();
  }

  @Override
  public void act(PayerActions.PayerAction page, boolean succeeds) {
    var payment = page.url().substring(page.url().lastIndexOf('/') + 1);
    stripe.completeAction(payment, succeeds);
  }

  @Override
  public GatewayBooks books() {
    return platform.books();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public TestMethods methods() {
    return new TestMethods(
        method(FakeCard.OK),
        method(FakeCard.DECLINED),
        method(FakeCard.INSUFFICIENT_FUNDS),
        method(FakeCard.REQUIRES_ACTION),
        method(FakeCard.REFUND_PENDING),
        method(FakeCard.REFUND_FAILS),
        method(FakeCard.LOST_ANSWER));
  }

  @Override
  public void completeAction(GatewayReference payment, boolean succeeds) {
    stripe.completeAction(payment.value(), succeeds);
  }

  @Override
  public void completeRefund(GatewayReference refund, boolean succeeds) {
    stripe.completeRefund(refund.value(), succeeds);
  }

  @Override
  public void completePayout(GatewayReference payout, boolean succeeds) {
    var id = payout.value().substring(payout.value().indexOf(':') + 1);
    stripe.completePayout(id, succeeds);
  }

  @Override
  public void finishOnboarding(OnboardingLink link) {
    var button =
        HttpRequest.newBuilder(URI.create(link.url())).POST(BodyPublishers.noBody()).build();
    try {
      assertThat(BROWSER.send(button, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static PaymentMethod method(FakeCard card) {
    return new PaymentMethod(card.token());
  }
}
