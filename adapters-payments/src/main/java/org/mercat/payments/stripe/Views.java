package org.mercat.payments.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Payout;
import com.stripe.model.Refund;
import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.PayoutView;
import org.mercat.application.payment.port.PaymentGateway.RefundView;
import org.mercat.application.payment.port.PaymentGateway.ReversalView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.PaymentGateway.TransferView;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Money;

/** Stripe's objects in the words of the market; empty for what this tenant has not asked for. */
final class Views {

  /** What has to be expanded in a payment, so that its refunds are known. */
  static final String CHARGE = "latest_charge";

  private Views() {}

  static Optional<PaymentView> of(PaymentIntent intent) {
    return Marks.key(intent.getMetadata())
        .map(
            key ->
                new PaymentView(
                    new GatewayReference(intent.getId()),
                    key,
                    paymentStatus(intent.getStatus()),
                    Amounts.ofStripe(intent.getAmount(), intent.getCurrency()),
                    refunded(intent)));
  }

  static Optional<RefundView> of(Refund refund) {
    return Marks.key(refund.getMetadata())
        .map(
            key ->
                new RefundView(
                    new GatewayReference(refund.getId()),
                    key,
                    refundStatus(refund.getStatus()),
                    Amounts.ofStripe(refund.getAmount(), refund.getCurrency())));
  }

  static Optional<TransferView> of(Transfer transfer) {
    return Marks.key(transfer.getMetadata())
        .map(
            key ->
                new TransferView(
                    new GatewayReference(transfer.getId()),
                    key,
                    Status.SUCCEEDED,
                    Amounts.ofStripe(transfer.getAmount(), transfer.getCurrency()),
                    Amounts.ofStripe(transfer.getAmountReversed(), transfer.getCurrency())));
  }

  static Optional<ReversalView> of(TransferReversal reversal, GatewayReference reference) {
    return Marks.key(reversal.getMetadata())
        .map(
            key ->
                new ReversalView(
                    reference,
                    key,
                    Status.SUCCEEDED,
                    Amounts.ofStripe(reversal.getAmount(), reversal.getCurrency())));
  }

  static Optional<PayoutView> of(Payout payout, GatewayReference reference) {
    var status = payoutStatus(payout.getStatus());
    var failure =
        status == Status.FAILED
            ? Optional.of(payoutFailure(payout.getFailureCode()))
            : Optional.<FailureCode>empty();
    return Marks.key(payout.getMetadata())
        .map(
            key ->
                new PayoutView(
                    reference,
                    key,
                    status,
                    Amounts.ofStripe(payout.getAmount(), payout.getCurrency()),
                    failure));
  }

  /** Of something that has just been made with marks of ours. */
  static <T> T own(Optional<T> view) {
    return view.orElseThrow(() -> new IllegalStateException("made without the marks it was given"));
  }

  private static Money refunded(PaymentIntent intent) {
    var nothing = Money.zero(Amounts.ofStripe(0, intent.getCurrency()).currency());
    if (intent.getLatestCharge() == null) {
      return nothing;
    }
    return Optional.ofNullable(intent.getLatestChargeObject())
        .map(charge -> Amounts.ofStripe(charge.getAmountRefunded(), intent.getCurrency()))
        .orElseThrow(() -> new IllegalStateException("a payment without the charge it has"));
  }

  /**
   * Every payment is confirmed when it is made: one that wants a method again has been declined, or
   * its payer has given up. Nobody but us could confirm it once more, for its secret never leaves
   * this package.
   */
  private static Status paymentStatus(String status) {
    return switch (status) {
      case "succeeded" -> Status.SUCCEEDED;
      case "requires_action" -> Status.REQUIRES_ACTION;
      case "requires_payment_method", "canceled" -> Status.FAILED;
      case "processing", "requires_confirmation", "requires_capture" -> Status.PENDING;
      default -> throw new IllegalStateException("a payment that is " + status);
    };
  }

  private static Status payoutStatus(String status) {
    return switch (status) {
      case "paid" -> Status.SUCCEEDED;
      case "pending", "in_transit" -> Status.PENDING;
      case "failed", "canceled" -> Status.FAILED;
      default -> throw new IllegalStateException("a payout that is " + status);
    };
  }

  /** Nearly always the bank account is not what it was; docs.stripe.com/api/payouts/failures. */
  private static FailureCode payoutFailure(@Nullable String code) {
    return switch (Optional.ofNullable(code).orElse("")) {
      case "insufficient_funds" -> FailureCode.BALANCE_INSUFFICIENT;
      case "", "could_not_process" -> FailureCode.REJECTED;
      default -> FailureCode.PAYEE_NOT_READY;
    };
  }

  private static Status refundStatus(String status) {
    return switch (status) {
      case "succeeded" -> Status.SUCCEEDED;
      case "pending", "requires_action" -> Status.PENDING;
      case "failed", "canceled" -> Status.FAILED;
      default -> throw new IllegalStateException("a refund that is " + status);
    };
  }
}
