package org.mercat.payments.stripe;

import com.fasterxml.jackson.databind.node.TextNode;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeRetrieveParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.radar.EarlyFraudWarningRetrieveParams;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.domain.payment.Claim;
import org.mercat.domain.payment.Claim.Status;
import org.mercat.domain.payment.EvidenceField;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.payments.shared.EventBody;
import org.mercat.payments.stripe.StripeCalls.Made;

/**
 * Disputes of the market's payments. They carry no marks of ours but those of their payment, which
 * is read with them; what they have moved is read of their balance transactions.
 */
final class StripeDisputes implements GatewayDisputes {

  private static final String PAYMENT = "payment_intent";

  /** As metadata of the dispute: under which key evidence was given last. */
  private static final String EVIDENCE = "evidence_id";

  private final StripeCalls calls;

  StripeDisputes(StripeCalls calls) {
    this.calls = calls;
  }

  @Override
  public Outcome<DisputeView> dispute(GatewayReference dispute) {
    return calls.readOwn(client -> view(read(client, dispute.value())));
  }

  @Override
  public Outcome<DisputePage> since(Instant from, Optional<String> after) {
    return calls.read(
        client -> {
          var created = DisputeListParams.Created.builder().setGte(from.getEpochSecond()).build();
          var params =
              DisputeListParams.builder()
                  .setCreated(created)
                  .setLimit(StripeCalls.PAGE)
                  .addExpand("data." + PAYMENT);
          after.ifPresent(params::setStartingAfter);
          var page = client.v1().disputes().list(params.build());
          var own =
              page.getData().stream().map(StripeDisputes::view).flatMap(Optional::stream).toList();
          var hasMore = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
          var next =
              hasMore ? Optional.of(page.getData().getLast().getId()) : Optional.<String>empty();
          return new DisputePage(own, next);
        });
  }

  /** What the bank does not wait for is not given, unless this very evidence was given before. */
  @Override
  public Outcome<DisputeView> giveEvidence(
      EvidenceKey key,
      GatewayReference dispute,
      Map<EvidenceField, String> answers,
      boolean submit) {
    return StripeCalls.then(
        calls.readOwn(client -> Optional.of(read(client, dispute.value()))),
        before -> {
          var view = view(before);
          if (view.isEmpty()) {
            return new Outcome.Rejected<>(FailureCode.NOT_FOUND, "none of this tenant");
          }
          var claim = view.get().claim();
          var isAwaited = claim.submissions() == 0 && claim.status().awaitsEvidence();
          return isAwaited || wasGiven(before, key)
              ? give(key, dispute.value(), answers, submit)
              : new Outcome.Rejected<>(FailureCode.REJECTED, "no evidence is waited for");
        });
  }

  private Outcome<DisputeView> give(
      EvidenceKey key, String dispute, Map<EvidenceField, String> answers, boolean submit) {
    var params =
        DisputeUpdateParams.builder()
            .setEvidence(evidence(answers))
            .setSubmit(submit)
            .putMetadata(EVIDENCE, key.text())
            .addExpand(PAYMENT)
            .build();
    return calls.command(
        Marks.idempotencyKey(key.text()),
        (client, options) -> {
          var made = client.v1().disputes().update(dispute, params, options);
          var replayed = SingleSendClient.isReplayed(made.getLastResponse().headers());
          return new Made<>(Views.own(view(made)), replayed);
        },
        () -> calls.read(client -> given(read(client, dispute), key)),
        _ -> true);
  }

  private static Optional<DisputeView> given(Dispute dispute, EvidenceKey key) {
    return wasGiven(dispute, key) ? view(dispute) : Optional.empty();
  }

  private static boolean wasGiven(Dispute dispute, EvidenceKey key) {
    return dispute.getMetadata() != null && key.text().equals(dispute.getMetadata().get(EVIDENCE));
  }

  @Override
  public Outcome<FraudWarning> fraudWarning(GatewayReference warning) {
    return calls.readOwn(
        client -> {
          var params = EarlyFraudWarningRetrieveParams.builder().addExpand(PAYMENT).build();
          var read = client.v1().radar().earlyFraudWarnings().retrieve(warning.value(), params);
          return Optional.ofNullable(read.getPaymentIntentObject())
              .flatMap(payment -> Marks.key(payment.getMetadata()))
              .map(key -> new FraudWarning(warning, key, read.getFraudType()));
        });
  }

  /** Of which tenant the payment is that is contested; empty when it is of none. */
  Outcome<Optional<TenantId>> ownerOfDispute(String dispute) {
    return calls.read(client -> tenant(read(client, dispute).getPaymentIntentObject()));
  }

  /** Of which tenant the payment is that is warned of; empty when it is of none. */
  Outcome<Optional<TenantId>> ownerOfWarning(String warning) {
    return calls.read(
        client -> {
          var params = EarlyFraudWarningRetrieveParams.builder().addExpand(PAYMENT).build();
          var read = client.v1().radar().earlyFraudWarnings().retrieve(warning, params);
          return tenant(read.getPaymentIntentObject());
        });
  }

  private static Optional<TenantId> tenant(@Nullable PaymentIntent payment) {
    return Optional.ofNullable(payment)
        .map(PaymentIntent::getMetadata)
        .map(marks -> marks.get(Marks.TENANT))
        .flatMap(text -> EventBody.tenant(TextNode.valueOf(text)));
  }

  private static Dispute read(StripeClient client, String dispute) throws StripeException {
    var params = DisputeRetrieveParams.builder().addExpand(PAYMENT).build();
    return client.v1().disputes().retrieve(dispute, params);
  }

  private static Optional<DisputeView> view(Dispute dispute) {
    return Optional.ofNullable(dispute.getPaymentIntentObject())
        .flatMap(payment -> Marks.key(payment.getMetadata()))
        .map(key -> new DisputeView(key, claim(dispute)));
  }

  private static Claim claim(Dispute dispute) {
    var amount = Amounts.ofStripe(dispute.getAmount(), dispute.getCurrency());
    var moved = Optional.ofNullable(dispute.getBalanceTransactions()).orElseGet(List::of);
    var details = Optional.ofNullable(dispute.getEvidenceDetails());
    return new Claim(
        new GatewayReference(dispute.getId()),
        new GatewayReference(dispute.getPaymentIntent()),
        status(dispute.getStatus()),
        dispute.getReason(),
        amount,
        withdrawn(moved, amount),
        fees(moved, amount),
        details.map(Dispute.EvidenceDetails::getDueBy).map(Instant::ofEpochSecond),
        details.map(Dispute.EvidenceDetails::getSubmissionCount).map(Math::toIntExact).orElse(0),
        Instant.ofEpochSecond(dispute.getCreated()));
  }

  /**
   * What the bank has taken and not given back. In another currency than that of the payment it is
   * all of the dispute, or nothing.
   */
  private static Money withdrawn(List<BalanceTransaction> moved, Money amount) {
    var nothing = Money.zero(amount.currency());
    var own = moved.stream().map(each -> Amounts.ofStripe(each.getAmount(), each.getCurrency()));
    if (moved.stream().allMatch(each -> each.getCurrency().equals(Amounts.currency(amount)))) {
      return own.reduce(nothing, Money::minus);
    }
    var net = moved.stream().mapToLong(BalanceTransaction::getAmount).sum();
    return net < 0 ? amount : nothing;
  }

  /** In the currency of the market's balance. */
  private static Money fees(List<BalanceTransaction> moved, Money amount) {
    return moved.stream()
        .map(each -> Amounts.ofStripe(each.getFee(), each.getCurrency()))
        .reduce(Money::plus)
        .orElseGet(() -> Money.zero(amount.currency()));
  }

  /** One that was prevented has been settled before it became a dispute. */
  private static Status status(String status) {
    return switch (status) {
      case "warning_needs_response" -> Status.INQUIRY;
      case "warning_under_review" -> Status.INQUIRY_UNDER_REVIEW;
      case "warning_closed", "prevented" -> Status.INQUIRY_CLOSED;
      case "needs_response" -> Status.NEEDS_RESPONSE;
      case "under_review" -> Status.UNDER_REVIEW;
      case "won" -> Status.WON;
      case "lost" -> Status.LOST;
      default -> throw new IllegalStateException("a dispute that is " + status);
    };
  }

  private static DisputeUpdateParams.Evidence evidence(Map<EvidenceField, String> answers) {
    var evidence = DisputeUpdateParams.Evidence.builder();
    answers.forEach((field, answer) -> set(evidence, field, answer));
    return evidence.build();
  }

  private static void set(
      DisputeUpdateParams.Evidence.Builder evidence, EvidenceField field, String answer) {
    var _ =
        switch (field) {
          case PRODUCT_DESCRIPTION -> evidence.setProductDescription(answer);
          case SERVICE_DATE -> evidence.setServiceDate(answer);
          case CUSTOMER_NAME -> evidence.setCustomerName(answer);
          case CUSTOMER_EMAIL_ADDRESS -> evidence.setCustomerEmailAddress(answer);
          case ACCESS_ACTIVITY_LOG -> evidence.setAccessActivityLog(answer);
          case CANCELLATION_POLICY_DISCLOSURE -> evidence.setCancellationPolicyDisclosure(answer);
          case CANCELLATION_REBUTTAL -> evidence.setCancellationRebuttal(answer);
          case REFUND_POLICY_DISCLOSURE -> evidence.setRefundPolicyDisclosure(answer);
          case REFUND_REFUSAL_EXPLANATION -> evidence.setRefundRefusalExplanation(answer);
          case UNCATEGORIZED_TEXT -> evidence.setUncategorizedText(answer);
          case CUSTOMER_COMMUNICATION -> evidence.setCustomerCommunication(answer);
          case RECEIPT -> evidence.setReceipt(answer);
          case SERVICE_DOCUMENTATION -> evidence.setServiceDocumentation(answer);
          case UNCATEGORIZED_FILE -> evidence.setUncategorizedFile(answer);
        };
  }
}
