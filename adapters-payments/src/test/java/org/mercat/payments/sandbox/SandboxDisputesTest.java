package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.GatewayDisputesContract;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.domain.payment.Claim.Status;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;
import org.mercat.payments.sandbox.Counterparties.Act;

class SandboxDisputesTest implements GatewayDisputesContract, WithSandbox {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-16T12:00:00Z"));
  private static final SandboxTestDatabase DATABASE = SandboxTestDatabase.prepared();
  private static final Sandbox SANDBOX = DATABASE.sandbox(CLOCK);

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @Test
  void such_a_payment_is_contested_once_when_some_of_it_has_been_passed_on() {
    var profile = new PayeeProfile("Clean and Bright", "CA", "ada@example.org");
    var payee = done(gateway().openPayee(anyPayee(), profile)).reference();
    finishOnboarding(done(gateway().onboardingLink(payee)));
    var later = new PaymentMethod(TestMethod.SBX_DISPUTE_LATER.token());
    var payment = done(gateway().capture(anyCapture(), PRICE, later));
    assertThat(disputesOf(payment.key())).isZero();

    for (var number = 1; number <= 2; number++) {
      var key = OperationKey.transfer(payment.key().booking(), number);
      assertThat(done(gateway().transfer(key, payee, PART, payment.reference())).amount())
          .isEqualTo(PART);
    }

    assertThat(disputesOf(payment.key())).isOne();
  }

  @Test
  void what_has_ended_does_not_end_so_again_and_an_inquiry_never() {
    var payment = done(gateway().capture(anyCapture(), PRICE, methods().ok())).reference();
    var dispute = contest(payment, PART, false);
    endDispute(dispute, false);

    assertThat(end(dispute, false)).isEqualTo(Act.NOT_NOW);
    assertThat(end(contest(payment, PART, true), true)).isEqualTo(Act.NOT_NOW);
    assertThat(end(new GatewayReference("dp_nothing"), true)).isEqualTo(Act.UNKNOWN);
    assertThat(done(disputes().dispute(dispute)).claim().status()).isEqualTo(Status.LOST);
  }

  @Override
  public PaymentGateway gateway() {
    return SANDBOX.gateway();
  }

  @Override
  public GatewayDisputes disputes() {
    return SANDBOX.disputes();
  }

  @Override
  public GatewayBooks books() {
    return SANDBOX.books();
  }

  @Override
  public Instant now() {
    return CLOCK.instant();
  }

  @Override
  public GatewayReference contest(GatewayReference payment, Money amount, boolean inquiry) {
    return SANDBOX
        .database()
        .run(
            connection -> {
              assertThat(SANDBOX.payersBank().contest(connection, payment, amount.minor(), inquiry))
                  .isEqualTo(Act.DONE);
              return SandboxDatabase.one(
                      connection,
                      "select * from sandbox.dispute where payment = ? order by id desc limit 1",
                      DisputeRow::read,
                      payment.value())
                  .orElseThrow()
                  .id();
            });
  }

  @Override
  public void endDispute(GatewayReference dispute, boolean won) {
    assertThat(end(dispute, won)).isEqualTo(Act.DONE);
  }

  @Override
  public GatewayReference warnOf(GatewayReference payment) {
    return SANDBOX
        .database()
        .run(
            connection -> {
              assertThat(SANDBOX.payersBank().warn(connection, payment)).isEqualTo(Act.DONE);
              return SandboxDatabase.one(
                      connection,
                      "select id from sandbox.fraud_warning order by id desc limit 1",
                      row -> new GatewayReference(row.getString("id")))
                  .orElseThrow();
            });
  }

  @Override
  public Sandbox sandbox() {
    return SANDBOX;
  }

  private static Act end(GatewayReference dispute, boolean won) {
    return SANDBOX.database().run(connection -> SANDBOX.payersBank().end(connection, dispute, won));
  }

  private static int disputesOf(OperationKey key) {
    return SANDBOX
        .database()
        .run(connection -> Book.DISPUTES.about(connection, key.subject().id()))
        .size();
  }
}
