package org.mercat.payments.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.SetupIntent;
import java.util.Optional;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.domain.payment.GatewayReference;

/**
 * Sends payers to the page that Stripe names. The secret of a payment itself is told to nobody:
 * with it a payer could try another card after a payment has failed and the booking has been given
 * up.
 */
final class StripePayerActions implements PayerActions {

  private final StripeCalls calls;

  StripePayerActions(StripeCalls calls) {
    this.calls = calls;
  }

  @Override
  public Outcome<Optional<PayerAction>> of(GatewayReference payment) {
    return calls.readOwn(
        client -> {
          var intent = client.v1().paymentIntents().retrieve(payment.value());
          return Marks.key(intent.getMetadata()).isPresent()
              ? Optional.of(page(intent))
              : Optional.empty();
        });
  }

  @Override
  public Outcome<Optional<PayerAction>> ofSetup(GatewayReference setup) {
    return calls.readOwn(
        client -> {
          var intent = client.v1().setupIntents().retrieve(setup.value());
          return Marks.key(intent.getMetadata()).isPresent()
              ? Optional.of(page(intent))
              : Optional.empty();
        });
  }

  private static Optional<PayerAction> page(SetupIntent setup) {
    return Optional.ofNullable(setup.getNextAction())
        .map(SetupIntent.NextAction::getRedirectToUrl)
        .map(SetupIntent.NextAction.RedirectToUrl::getUrl)
        .map(PayerAction::new);
  }

  /** Every payment says where its payer comes back to, and so gets a page to go to. */
  private static Optional<PayerAction> page(PaymentIntent intent) {
    return Optional.ofNullable(intent.getNextAction())
        .map(PaymentIntent.NextAction::getRedirectToUrl)
        .map(PaymentIntent.NextAction.RedirectToUrl::getUrl)
        .map(PayerAction::new);
  }
}
