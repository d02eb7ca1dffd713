package org.mercat.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.mercat.application.payment.port.GatewayOnTrial;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.payments.stripe.fake.FakeCard;
import org.mercat.payments.stripe.fake.FakeStripe;

/** The payers, payees and banks of a Stripe in this process. */
interface WithFakeStripe extends GatewayOnTrial {

  HttpClient BROWSER = HttpClient.newHttpClient();

  FakeStripe stripe();

  @Override
  default TestMethods methods() {
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
  default void completeAction(GatewayReference payment, boolean succeeds) {
    stripe().completeAction(payment.value(), succeeds);
  }

  @Override
  default void completeRefund(GatewayReference refund, boolean succeeds) {
    stripe().completeRefund(refund.value(), succeeds);
  }

  @Override
  default void completePayout(GatewayReference payout, boolean succeeds) {
    var id = payout.value().substring(payout.value().indexOf(':') + 1);
    stripe().completePayout(id, succeeds);
  }

  @Override
  default void finishOnboarding(OnboardingLink link) {
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
