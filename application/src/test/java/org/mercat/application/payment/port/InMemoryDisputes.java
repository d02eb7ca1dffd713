package org.mercat.application.payment.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.domain.payment.Claim;
import org.mercat.domain.payment.Claim.Status;
import org.mercat.domain.payment.EvidenceField;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/** What payers' banks contest at {@link InMemoryPaymentGateway}. Every dispute costs 15.00. */
public final class InMemoryDisputes implements GatewayDisputes {

  private static final int PAGE = 20;
  private static final long FEE = 1_500;

  private record Kept(OperationKey key, Claim claim, Map<EvidenceField, String> evidence) {
    DisputeView view() {
      return new DisputeView(key, claim);
    }
  }

  private record Request(
      GatewayReference dispute, Map<EvidenceField, String> answers, boolean submit) {}

  private final Function<GatewayReference, Optional<PaymentView>> payments;
  private final InMemoryTransfers.Answering answering;
  private final InMemoryGatewayBooks books;
  private final InstantSource clock;
  private final Map<GatewayReference, Kept> disputes = new LinkedHashMap<>();
  private final Map<GatewayReference, FraudWarning> warnings = new LinkedHashMap<>();
  private final Map<EvidenceKey, Request> given = new LinkedHashMap<>();

  InMemoryDisputes(
      Function<GatewayReference, Optional<PaymentView>> payments,
      InMemoryTransfers.Answering answering,
      InMemoryGatewayBooks books,
      InstantSource clock) {
    this.payments = payments;
    this.answering = answering;
    this.books = books;
    this.clock = clock;
  }

  /** The payer's bank contests a part of a payment and takes it, with the fee, at once. */
  public synchronized GatewayReference contest(GatewayReference payment, Money amount) {
    var reference = inquire(payment, amount);
    escalate(reference);
    return reference;
  }

  /** The payer's bank asks about a payment. */
  public synchronized GatewayReference inquire(GatewayReference payment, Money amount) {
    var paid = KeptAnswer.required(payments.apply(payment));
    var reference = new GatewayReference("dp_" + (disputes.size() + 1));
    var nothing = Money.zero(amount.currency());
    var claim =
        new Claim(
            reference,
            payment,
            Status.INQUIRY,
            "fraudulent",
            amount,
            nothing,
            nothing,
            Optional.of(clock.instant().plus(Duration.ofDays(7))),
            0,
            clock.instant());
    disputes.put(reference, new Kept(paid.key(), claim, Map.of()));
    return reference;
  }

  /** An inquiry becomes a dispute. */
  public synchronized void escalate(GatewayReference dispute) {
    var claim = claim(dispute);
    var fee = new Money(FEE, claim.amount().currency());
    move(dispute, claim.amount().negated(), fee);
    change(dispute, Status.NEEDS_RESPONSE, claim.amount(), fee);
  }

  /** The bank decides, or decides again: what it has taken comes back, or is taken again. */
  public synchronized void end(GatewayReference dispute, boolean won) {
    var claim = claim(dispute);
    var keeps = won ? Money.zero(claim.amount().currency()) : claim.amount();
    var more = claim.withdrawn().minus(keeps);
    if (!more.isZero()) {
      move(dispute, more, Money.zero(more.currency()));
    }
    change(dispute, won ? Status.WON : Status.LOST, keeps, claim.fees());
  }

  /** The bank warns of a payment that it has not contested. */
  public synchronized GatewayReference warn(GatewayReference payment) {
    var paid = KeptAnswer.required(payments.apply(payment));
    var reference = new GatewayReference("issfr_" + (warnings.size() + 1));
    warnings.put(reference, new FraudWarning(reference, paid.key(), "made_with_stolen_card"));
    return reference;
  }

  /** What has been given of evidence. */
  public synchronized Map<EvidenceField, String> evidence(GatewayReference dispute) {
    return kept(dispute).evidence();
  }

  @Override
  public synchronized Outcome<DisputeView> dispute(GatewayReference dispute) {
    return KeptAnswer.read(Optional.ofNullable(disputes.get(dispute)).map(Kept::view));
  }

  @Override
  public synchronized Outcome<DisputePage> since(Instant from, Optional<String> after) {
    var start = after.map(Integer::parseInt).orElse(0);
    var fitting =
        disputes.values().stream()
            .map(Kept::view)
            .filter(each -> !each.claim().openedAt().isBefore(from))
            .toList();
    var page = fitting.stream().skip(start).limit(PAGE).toList();
    var end = start + page.size();
    var next = end < fitting.size() ? Optional.of(Integer.toString(end)) : Optional.<String>empty();
    return new Outcome.Done<>(new DisputePage(page, next), false);
  }

  @Override
  public synchronized Outcome<DisputeView> giveEvidence(
      EvidenceKey key,
      GatewayReference dispute,
      Map<EvidenceField, String> answers,
      boolean submit) {
    var request = new Request(dispute, Map.copyOf(answers), submit);
    var earlier = given.get(key);
    if (earlier != null) {
      return earlier.equals(request)
          ? new Outcome.Done<>(kept(dispute).view(), true)
          : KeptAnswer.rejected("the key was used for another request");
    }
    if (!disputes.containsKey(dispute)) {
      return new Outcome.Rejected<>(FailureCode.NOT_FOUND, "no such dispute");
    }
    var claim = claim(dispute);
    return claim.submissions() > 0 || !claim.status().awaitsEvidence()
        ? KeptAnswer.rejected("the bank does not wait for evidence")
        : answering.answered(() -> give(key, request));
  }

  @Override
  public synchronized Outcome<FraudWarning> fraudWarning(GatewayReference warning) {
    return KeptAnswer.read(Optional.ofNullable(warnings.get(warning)));
  }

  private Outcome<DisputeView> give(EvidenceKey key, Request request) {
    given.put(key, request);
    var kept = kept(request.dispute());
    var all = new EnumMap<EvidenceField, String>(EvidenceField.class);
    all.putAll(kept.evidence());
    all.putAll(request.answers());
    disputes.put(request.dispute(), new Kept(kept.key(), kept.claim(), all));
    if (request.submit()) {
      submitted(request.dispute());
    }
    return new Outcome.Done<>(kept(request.dispute()).view(), false);
  }

  private void submitted(GatewayReference dispute) {
    var claim = claim(dispute);
    var status =
        claim.status() == Status.INQUIRY ? Status.INQUIRY_UNDER_REVIEW : Status.UNDER_REVIEW;
    put(dispute, status, claim.withdrawn(), claim.fees(), 1);
  }

  private void change(GatewayReference dispute, Status status, Money withdrawn, Money fees) {
    put(dispute, status, withdrawn, fees, claim(dispute).submissions());
  }

  private void put(
      GatewayReference dispute, Status status, Money withdrawn, Money fees, int submissions) {
    var kept = kept(dispute);
    var before = kept.claim();
    var claim =
        new Claim(
            dispute,
            before.payment(),
            status,
            before.reason(),
            before.amount(),
            withdrawn,
            fees,
            before.respondBy(),
            submissions,
            before.openedAt());
    disputes.put(dispute, new Kept(kept.key(), claim, kept.evidence()));
  }

  private void move(GatewayReference dispute, Money amount, Money fee) {
    books.moveDisputed(dispute, kept(dispute).key(), amount, fee);
  }

  private Kept kept(GatewayReference dispute) {
    return KeptAnswer.required(Optional.ofNullable(disputes.get(dispute)));
  }

  private Claim claim(GatewayReference dispute) {
    return kept(dispute).claim();
  }

  /** Every dispute there is. */
  public synchronized List<Claim> all() {
    return disputes.values().stream().map(Kept::claim).toList();
  }
}
