package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.GatewayDisputes.DisputeView;
import org.mercat.application.payment.port.GatewayDisputes.EvidenceKey;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.shared.Acting;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.Claim.Status;
import org.mercat.domain.payment.EvidenceField;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tenancy.TenantId;

/** What every adapter of {@link GatewayDisputes} promises; a dispute costs 15.00 on trial. */
public interface GatewayDisputesContract extends GatewayOnTrial {

  GatewayDisputes disputes();

  GatewayBooks books();

  /** The gateway's time. */
  Instant now();

  /** The payer's bank contests that much of a payment, or only asks about it. */
  GatewayReference contest(GatewayReference payment, Money amount, boolean inquiry);

  /** The payer's bank decides, or decides again. */
  void endDispute(GatewayReference dispute, boolean won);

  /** The payer's bank warns of a payment. */
  GatewayReference warnOf(GatewayReference payment);

  @Test
  default void a_dispute_takes_the_money_and_a_fee_at_once() {
    var payment = taken();
    var reference = contest(payment.reference(), PART, false);

    var dispute = read(reference);

    assertThat(dispute.key()).isEqualTo(payment.key());
    var claim = dispute.claim();
    assertThat(claim.payment()).isEqualTo(payment.reference());
    assertThat(claim.status()).isEqualTo(Status.NEEDS_RESPONSE);
    assertThat(claim.amount()).isEqualTo(PART);
    assertThat(claim.withdrawn()).isEqualTo(PART);
    assertThat(claim.fees()).isEqualTo(fee());
    assertThat(claim.respondBy().orElseThrow()).isAfter(now());
    assertThat(claim.submissions()).isZero();
    assertThat(claim.reason()).isEqualTo("fraudulent");
  }

  @Test
  default void an_inquiry_takes_nothing() {
    var claim = read(contest(taken().reference(), PART, true)).claim();

    assertThat(claim.status()).isEqualTo(Status.INQUIRY);
    assertThat(claim.withdrawn().isZero()).isTrue();
    assertThat(claim.fees().isZero()).isTrue();
  }

  @Test
  default void a_dispute_that_is_won_gives_the_money_back_and_not_the_fee() {
    var dispute = contest(taken().reference(), PRICE, false);

    endDispute(dispute, true);

    var claim = read(dispute).claim();
    assertThat(claim.status()).isEqualTo(Status.WON);
    assertThat(claim.withdrawn().isZero()).isTrue();
    assertThat(claim.fees()).isEqualTo(fee());
  }

  @Test
  default void a_dispute_that_is_lost_may_still_be_won() {
    var dispute = contest(taken().reference(), PRICE, false);

    endDispute(dispute, false);
    assertThat(read(dispute).claim().status()).isEqualTo(Status.LOST);
    assertThat(read(dispute).claim().withdrawn()).isEqualTo(PRICE);
    endDispute(dispute, true);

    assertThat(read(dispute).claim().status()).isEqualTo(Status.WON);
    assertThat(read(dispute).claim().withdrawn().isZero()).isTrue();
  }

  @Test
  default void the_gateway_writes_down_what_a_dispute_moves() {
    var payment = taken();
    var dispute = contest(payment.reference(), PART, false);
    endDispute(dispute, true);

    assertThat(movements(dispute))
        .extracting(Movement::kind, Movement::about, Movement::amount, Movement::fee)
        .containsExactlyInAnyOrder(
            tuple(Movement.Kind.DISPUTE, Optional.of(payment.key()), PART.negated(), fee()),
            tuple(
                Movement.Kind.DISPUTE,
                Optional.of(payment.key()),
                PART,
                Money.zero(PART.currency())));
  }

  @Test
  default void what_is_new_is_found_without_being_told() {
    var first = contest(taken().reference(), PART, false);
    var second = contest(taken().reference(), PART, true);

    assertThat(since(now().minus(Duration.ofHours(1)))).contains(first, second);
    assertThat(since(now().plus(Duration.ofHours(1)))).doesNotContain(first, second);
  }

  @Test
  default void evidence_may_be_given_often_and_is_submitted_once() {
    var dispute = contest(taken().reference(), PART, false);
    var first = key(1);

    assertThat(done(give(first, dispute, "Tuesday", false)).claim().submissions()).isZero();
    assertThat(give(first, dispute, "Tuesday", false))
        .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.replayed()).isTrue());
    var submitted = new EvidenceKey(first.chargeback(), 2);
    assertThat(done(give(submitted, dispute, "Wednesday", true)).claim().submissions()).isOne();

    assertThat(read(dispute).claim().status()).isEqualTo(Status.UNDER_REVIEW);
    assertRejected(
        give(new EvidenceKey(first.chargeback(), 3), dispute, "Friday", true),
        FailureCode.REJECTED);
    assertThat(give(submitted, dispute, "Wednesday", true)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  default void an_inquiry_is_answered_like_a_dispute() {
    var dispute = contest(taken().reference(), PART, true);

    assertThat(done(give(key(1), dispute, "Tuesday", true)).claim().status())
        .isEqualTo(Status.INQUIRY_UNDER_REVIEW);
  }

  @Test
  default void nobody_waits_for_evidence_after_the_end() {
    var dispute = contest(taken().reference(), PART, false);
    endDispute(dispute, false);

    assertRejected(give(key(1), dispute, "Tuesday", true), FailureCode.REJECTED);
  }

  @Test
  default void a_warning_names_the_payment() {
    var payment = taken();

    var warning = done(disputes().fraudWarning(warnOf(payment.reference())));

    assertThat(warning.key()).isEqualTo(payment.key());
    assertThat(warning.kind()).isEqualTo("made_with_stolen_card");
  }

  @Test
  default void what_nobody_contests_is_not_found() {
    var nothing = new GatewayReference("dp_0000000000000000000000");

    assertRejected(disputes().dispute(nothing), FailureCode.NOT_FOUND);
    assertRejected(give(key(1), nothing, "Tuesday", true), FailureCode.NOT_FOUND);
    assertRejected(disputes().fraudWarning(nothing), FailureCode.NOT_FOUND);
  }

  @Test
  default void another_tenant_does_not_see_it() {
    var dispute = contest(taken().reference(), PART, false);
    var elsewhere = Acting.of(new TenantId(UUID.randomUUID()));

    if (tellsTenantsApart()) {
      assertRejected(elsewhere.call(() -> disputes().dispute(dispute)), FailureCode.NOT_FOUND);
      assertThat(elsewhere.call(() -> since(now().minus(Duration.ofHours(1)))))
          .doesNotContain(dispute);
    }
  }

  /** One that lives in a single test has one tenant only. */
  default boolean tellsTenantsApart() {
    return true;
  }

  private PaymentView taken() {
    return done(gateway().capture(anyCapture(), PRICE, methods().ok()));
  }

  private static Money fee() {
    return new Money(1_500, PRICE.currency());
  }

  private DisputeView read(GatewayReference dispute) {
    return done(disputes().dispute(dispute));
  }

  private static EvidenceKey key(int number) {
    return new EvidenceKey(new ChargebackId(UUID.randomUUID()), number);
  }

  private Outcome<DisputeView> give(
      EvidenceKey key, GatewayReference dispute, String date, boolean submit) {
    var answers = Map.of(EvidenceField.SERVICE_DATE, date, EvidenceField.RECEIPT, "file_receipt");
    return disputes().giveEvidence(key, dispute, answers, submit);
  }

  private List<GatewayReference> since(Instant from) {
    var found = new ArrayList<GatewayReference>();
    var after = Optional.<String>empty();
    do {
      var page = done(disputes().since(from, after));
      page.disputes().forEach(each -> found.add(each.claim().dispute()));
      after = page.next();
    } while (after.isPresent());
    return found;
  }

  private List<Movement> movements(GatewayReference dispute) {
    var found = new ArrayList<Movement>();
    var after = Optional.<String>empty();
    do {
      var page =
          done(
              books()
                  .movements(
                      now().minus(Duration.ofHours(1)), now().plus(Duration.ofHours(1)), after));
      page.movements().stream().filter(each -> each.source().equals(dispute)).forEach(found::add);
      after = page.next();
    } while (after.isPresent());
    return found;
  }
}
