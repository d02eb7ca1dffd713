package org.mercat.payments.stripe;

import com.stripe.model.BalanceSettings;
import com.stripe.net.RequestOptions;
import com.stripe.param.BalanceSettingsUpdateParams;
import com.stripe.param.BalanceSettingsUpdateParams.Payments;
import com.stripe.param.BalanceSettingsUpdateParams.Payments.Payouts;
import com.stripe.param.BalanceSettingsUpdateParams.Payments.Payouts.Schedule;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.payments.stripe.StripeCalls.Made;

/**
 * Stripe pays every account out each day unless it is told otherwise, and what it has paid out so
 * is missing when the market pays out or takes something back. So an account is told, before its
 * payee counts as one who can be paid.
 */
final class PayoutsByHand {

  private static final String BY_HAND = "manual";

  private final StripeCalls calls;

  PayoutsByHand(StripeCalls calls) {
    this.calls = calls;
  }

  /** The payee, after its account has been told if it was not. */
  Outcome<PayeeView> of(PayeeView payee) {
    if (!payee.payoutsEnabled()) {
      return new Outcome.Done<>(payee, false);
    }
    return StripeCalls.then(
        isByHand(payee), done -> done ? new Outcome.Done<>(payee, false) : told(payee));
  }

  private Outcome<Boolean> isByHand(PayeeView payee) {
    return calls.read(
        client ->
            interval(client.v1().balanceSettings().retrieve(account(payee).build()))
                .filter(BY_HAND::equals)
                .isPresent());
  }

  private Outcome<PayeeView> told(PayeeView payee) {
    var schedule = Schedule.builder().setInterval(Schedule.Interval.MANUAL).build();
    var payouts = Payouts.builder().setSchedule(schedule).build();
    var params =
        BalanceSettingsUpdateParams.builder()
            .setPayments(Payments.builder().setPayouts(payouts).build())
            .build();
    return calls.commandAnew(
        (client, options) -> {
          var key = options.getIdempotencyKey();
          var _ =
              client
                  .v1()
                  .balanceSettings()
                  .update(params, account(payee).setIdempotencyKey(key).build());
          return new Made<>(payee, false);
        });
  }

  private static Optional<String> interval(BalanceSettings settings) {
    return Optional.ofNullable(settings.getPayments())
        .map(BalanceSettings.Payments::getPayouts)
        .map(BalanceSettings.Payments.Payouts::getSchedule)
        .map(BalanceSettings.Payments.Payouts.Schedule::getInterval);
  }

  private static RequestOptions.RequestOptionsBuilder account(PayeeView payee) {
    return RequestOptions.builder().setStripeAccount(payee.reference().value());
  }
}
