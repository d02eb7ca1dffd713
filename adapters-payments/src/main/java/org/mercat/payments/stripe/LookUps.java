package org.mercat.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.ChargeListParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundListParams;
import java.util.Optional;
import org.mercat.domain.payment.OperationKey;

/**
 * Finds what was asked for under a key, by lists: Stripe keeps them up to date, whereas its search
 * lags behind.
 */
final class LookUps {

  private static final String PAYMENT = "data.payment_intent";

  private LookUps() {}

  /** A payment as it is, with its last charge. */
  static PaymentIntent payment(StripeClient client, String id) throws StripeException {
    var params = PaymentIntentRetrieveParams.builder().addExpand(Views.CHARGE).build();
    return client.v1().paymentIntents().retrieve(id, params);
  }

  /**
   * By the charges of the booking; and as a payment that waits for its payer has no charge yet, by
   * all payments since the booking was made.
   */
  static Optional<PaymentIntent> payment(StripeClient client, OperationKey key)
      throws StripeException {
    var charge =
        StripeCalls.first(
            last -> charges(client, key, last),
            (Charge each) ->
                each.getPaymentIntentObject() != null
                    && Marks.areOf(each.getPaymentIntentObject().getMetadata(), key));
    return charge.isPresent()
        ? Optional.of(payment(client, charge.get().getPaymentIntent()))
        : StripeCalls.first(
            last -> {
              var created =
                  PaymentIntentListParams.Created.builder().setGte(StripeCalls.since(key)).build();
              var params =
                  PaymentIntentListParams.builder()
                      .setCreated(created)
                      .setLimit(StripeCalls.PAGE)
                      .addExpand("data." + Views.CHARGE);
              last.ifPresent(params::setStartingAfter);
              return client.v1().paymentIntents().list(params.build());
            },
            (PaymentIntent each) -> Marks.areOf(each.getMetadata(), key));
  }

  /** By the charges of the booking, of which there are few. */
  static Optional<Refund> refund(StripeClient client, OperationKey key) throws StripeException {
    for (var charge : charges(client, key, Optional.empty()).getData()) {
      var found = refund(client, key, RefundListParams.builder().setCharge(charge.getId()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Of one payment. */
  static Optional<Refund> refundOf(StripeClient client, OperationKey key, String payment)
      throws StripeException {
    return refund(client, key, RefundListParams.builder().setPaymentIntent(payment));
  }

  /** By this everything that moves for one booking is found at Stripe. */
  static String group(OperationKey key) {
    return key.subject().id().toString();
  }

  private static StripeCollection<Charge> charges(
      StripeClient client, OperationKey key, Optional<String> last) throws StripeException {
    var params =
        ChargeListParams.builder()
            .setTransferGroup(group(key))
            .setLimit(StripeCalls.PAGE)
            .addExpand(PAYMENT);
    last.ifPresent(params::setStartingAfter);
    return client.v1().charges().list(params.build());
  }

  private static Optional<Refund> refund(
      StripeClient client, OperationKey key, RefundListParams.Builder asked)
      throws StripeException {
    return StripeCalls.first(
        last -> {
          last.ifPresent(asked::setStartingAfter);
          return client.v1().refunds().list(asked.setLimit(StripeCalls.PAGE).build());
        },
        (Refund each) -> Marks.areOf(each.getMetadata(), key));
  }
}
