package org.mercat.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.MetadataStore;
import com.stripe.model.Refund;
import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import com.stripe.param.BalanceTransactionListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.Acting;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.tenancy.TenantId;

/**
 * The balance transactions of the market's own account, with what has brought them about. What
 * somebody has done by hand, such as a refund, or what a bank has done, such as a dispute, carries
 * no marks: it is of the tenant of the payment that it is about. What is about none is of nobody in
 * particular: the default tenant is told of it.
 */
final class StripeBooks implements GatewayBooks {

  private static final String SOURCE = "data.source";

  private final StripeCalls calls;

  StripeBooks(StripeCalls calls) {
    this.calls = calls;
  }

  @Override
  public Outcome<MovementPage> movements(Instant from, Instant until, Optional<String> after) {
    return calls.read(client -> page(client, from, until, after));
  }

  private static MovementPage page(
      StripeClient client, Instant from, Instant until, Optional<String> after)
      throws StripeException {
    var created =
        BalanceTransactionListParams.Created.builder()
            .setGte(from.getEpochSecond())
            .setLt(until.getEpochSecond())
            .build();
    var params =
        BalanceTransactionListParams.builder()
            .setCreated(created)
            .setLimit(StripeCalls.PAGE)
            .addExpand(SOURCE);
    after.ifPresent(params::setStartingAfter);
    var page = client.v1().balanceTransactions().list(params.build());
    var own = new ArrayList<Movement>();
    for (var change : page.getData()) {
      movement(client, change).ifPresent(own::add);
    }
    var hasMore = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
    var next = hasMore ? Optional.of(page.getData().getLast().getId()) : Optional.<String>empty();
    return new MovementPage(own, next);
  }

  /** Empty when it is of another tenant. */
  private static Optional<Movement> movement(StripeClient client, BalanceTransaction change)
      throws StripeException {
    var source = Optional.ofNullable(change.getSourceObject());
    var marks = source.flatMap(StripeBooks::marks).filter(Marks::nameTenant);
    var paid = marks.isPresent() ? Optional.<Map<String, String>>empty() : marks(client, source);
    var owner = marks.or(() -> paid);
    if (!owner.map(Marks::areOwn).orElseGet(StripeBooks::isDefault)) {
      return Optional.empty();
    }
    var named =
        source
            .flatMap(StripeBooks::name)
            .or(() -> Optional.ofNullable(change.getSource()))
            .orElseGet(change::getId);
    return Optional.of(
        new Movement(
            change.getId(),
            kind(change, source),
            new GatewayReference(named),
            marks.flatMap(Marks::key),
            paid.flatMap(Marks::key),
            Amounts.ofStripe(change.getAmount(), change.getCurrency()),
            Amounts.ofStripe(change.getFee(), change.getCurrency()),
            Instant.ofEpochSecond(change.getCreated())));
  }

  private static boolean isDefault() {
    return Acting.now().tenant().equals(TenantId.DEFAULT);
  }

  /** Those of the payment that something is about which has none of its own. */
  private static Optional<Map<String, String>> marks(
      StripeClient client, Optional<BalanceTransactionSource> source) throws StripeException {
    var payment = source.flatMap(StripeBooks::payment);
    if (payment.isEmpty()) {
      return Optional.empty();
    }
    var read = client.v1().paymentIntents().retrieve(payment.get());
    return Optional.ofNullable(read.getMetadata()).filter(Marks::nameTenant);
  }

  private static Optional<String> payment(BalanceTransactionSource source) {
    return Optional.ofNullable(
        switch (source) {
          case Refund refund -> refund.getPaymentIntent();
          case Dispute dispute -> dispute.getPaymentIntent();
          default -> null;
        });
  }

  private static Optional<Map<String, String>> marks(BalanceTransactionSource source) {
    return source instanceof MetadataStore<?> store
        ? Optional.ofNullable(store.getMetadata())
        : Optional.empty();
  }

  /** As our views name it: a charge by its payment, a reversal with its transfer. */
  private static Optional<String> name(BalanceTransactionSource source) {
    return Optional.ofNullable(
        switch (source) {
          case Charge charge -> charge.getPaymentIntent();
          case TransferReversal reversal -> reversal.getTransfer() + ":" + reversal.getId();
          case Refund refund -> refund.getId();
          case Transfer transfer -> transfer.getId();
          case Dispute dispute -> dispute.getId();
          default -> null;
        });
  }

  /** By docs.stripe.com/reports/balance-transaction-types. */
  private static Movement.Kind kind(
      BalanceTransaction change, Optional<BalanceTransactionSource> source) {
    return switch (said(change.getType())) {
      case "charge", "payment" -> Movement.Kind.CHARGE;
      case "refund", "payment_refund" -> Movement.Kind.REFUND;
      case "refund_failure", "payment_failure_refund" -> Movement.Kind.REFUND_FAILURE;
      case "transfer" -> Movement.Kind.TRANSFER;
      case "transfer_refund", "transfer_cancel", "transfer_failure" -> Movement.Kind.REVERSAL;
      case "stripe_fee", "stripe_fx_fee", "tax_fee" -> Movement.Kind.FEE;
      case "payout", "payout_cancel", "payout_failure" -> Movement.Kind.PAYOUT;
      default ->
          said(change.getReportingCategory()).startsWith("dispute")
                  || source.filter(Dispute.class::isInstance).isPresent()
              ? Movement.Kind.DISPUTE
              : Movement.Kind.ADJUSTMENT;
    };
  }

  private static String said(@Nullable String word) {
    return Optional.ofNullable(word).orElse("");
  }
}
