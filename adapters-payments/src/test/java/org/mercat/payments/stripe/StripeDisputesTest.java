package org.mercat.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.GatewayDisputes.EvidenceKey;
import org.mercat.application.payment.port.GatewayDisputesContract;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.Acting;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.EvidenceField;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Money;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.payments.stripe.fake.FakeStripe;
import org.mercat.payments.stripe.fake.Fault;

class StripeDisputesTest implements GatewayDisputesContract, WithFakeStripe {

  private final FakeStripe stripe = FakeStripe.start(InstantSource.system());
  private final StripePlatform platform = StripeOnTrial.at(stripe, AccountsApi.V2);
  private final PaymentGateway gateway = platform.gateway();

  @AfterEach
  void close() {
    platform.close();
    stripe.close();
  }

  @Test
  void the_payment_says_of_which_tenant_a_dispute_and_a_warning_are() {
    var payment = done(gateway.capture(anyCapture(), PRICE, methods().ok())).reference();
    var tenant = Acting.now().tenant();
    var dispute = contest(payment, PART, false).value();
    var warning = warnOf(payment).value();

    assertThat(done(platform.ofDisputes().ownerOfDispute(dispute))).contains(tenant);
    assertThat(done(platform.ofDisputes().ownerOfWarning(warning))).contains(tenant);
  }

  @Test
  void evidence_whose_answer_was_lost_is_given_once_however_often_it_is_sent() {
    var payment = done(gateway.capture(anyCapture(), PRICE, methods().ok())).reference();
    var dispute = contest(payment, PART, false);
    var key = new EvidenceKey(new ChargebackId(UUID.randomUUID()), 1);
    stripe.next(Fault.LOST_AFTER);

    assertThat(submitted(key, dispute)).isInstanceOf(Outcome.Unknown.class);
    stripe.forgetKeys();

    assertThat(done(disputes().dispute(dispute)).claim().submissions()).isOne();
  }

  @Test
  void evidence_that_stripe_has_failed_on_for_good_is_found() {
    var payment = done(gateway.capture(anyCapture(), PRICE, methods().ok())).reference();
    var dispute = contest(payment, PART, false);
    var key = new EvidenceKey(new ChargebackId(UUID.randomUUID()), 1);
    stripe.next(Fault.FAULT_AFTER);

    assertThat(submitted(key, dispute)).isInstanceOf(Outcome.Unknown.class);
    assertThat(done(submitted(key, dispute)).claim().submissions()).isOne();
  }

  private Outcome<GatewayDisputes.DisputeView> submitted(
      EvidenceKey key, GatewayReference dispute) {
    var answers = Map.of(EvidenceField.SERVICE_DATE, "Tuesday");
    return disputes().giveEvidence(key, dispute, answers, true);
  }

  @Override
  public PaymentGateway gateway() {
    return gateway;
  }

  @Override
  public GatewayDisputes disputes() {
    return platform.disputes();
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
  public GatewayReference contest(GatewayReference payment, Money amount, boolean inquiry) {
    return new GatewayReference(
        stripe.payersBank(bank -> bank.open(payment.value(), amount.minor(), inquiry)));
  }

  @Override
  public void endDispute(GatewayReference dispute, boolean won) {
    assertThat(stripe.payersBank(bank -> bank.end(dispute.value(), won)))
        .isEqualTo(dispute.value());
  }

  @Override
  public GatewayReference warnOf(GatewayReference payment) {
    return new GatewayReference(stripe.payersBank(bank -> bank.warn(payment.value())));
  }

  @Override
  public FakeStripe stripe() {
    return stripe;
  }
}
