package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayBooksContract;
import org.mercat.application.payment.port.GatewayEvents;
import org.mercat.application.payment.port.GatewayEventsContract;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PayerAccountsContract;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PayerActionsContract;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.PaymentGatewayContract;
import org.mercat.domain.payment.OperationKey;

class SandboxPaymentGatewayTest
    implements WithSandbox,
        PaymentGatewayContract,
        GatewayBooksContract,
        GatewayEventsContract,
        PayerActionsContract,
        PayerAccountsContract {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-16T12:00:00Z"));
  private static final SandboxTestDatabase DATABASE = SandboxTestDatabase.prepared();
  private static final Sandbox SANDBOX = DATABASE.sandbox(CLOCK);

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @Override
  public Sandbox sandbox() {
    return SANDBOX;
  }

  @Override
  public PaymentGateway gateway() {
    return SANDBOX.gateway();
  }

  @Override
  public PayerAccounts payers() {
    return SANDBOX.payerAccounts();
  }

  @Override
  public PayerActions actions() {
    return SANDBOX.payerActions();
  }

  @Override
  public void act(PayerActions.PayerAction page, boolean succeeds) {
    var secret = page.url().substring(page.url().lastIndexOf('/') + 1);
    var answer = succeeds ? "agree" : "refuse";
    assertThat(new SandboxPayerResource(SANDBOX).act(secret, answer).getStatus()).isEqualTo(200);
  }

  @Override
  public GatewayBooks books() {
    return SANDBOX.books();
  }

  @Override
  public GatewayEvents events() {
    return SANDBOX.events();
  }

  @Override
  public Instant now() {
    return CLOCK.instant();
  }

  @Test
  void a_payout_of_money_from_such_a_payment_is_paid_and_comes_back_once() {
    var payee = done(gateway().openPayee(anyPayee(), PROFILE)).reference();
    finishOnboarding(done(gateway().onboardingLink(payee)));
    var method = WithSandbox.method(TestMethod.SBX_PAYOUT_FAILS_AFTER_PAID);
    var payment = done(gateway().capture(anyCapture(), PRICE, method));
    var key = OperationKey.transfer(payment.key().booking(), 1);
    assertThat(done(gateway().transfer(key, payee, PRICE, payment.reference())).amount())
        .isEqualTo(PRICE);

    var first = done(gateway().payOut(anyPayout(), payee, PRICE));
    var second = done(gateway().payOut(anyPayout(), payee, PRICE));

    assertThat(first.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(done(gateway().payout(first.reference())).status()).isEqualTo(Status.FAILED);
    assertThat(done(gateway().payout(second.reference())).status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void an_answer_that_is_held_comes_when_it_is_released_and_the_work_was_done_before() {
    var key = anyCapture();

    whileItsAnswerIsHeld(
        key,
        () ->
            assertThat(done(gateway().findPayment(key)).map(PaymentView::status))
                .contains(Status.SUCCEEDED));

    assertThat(SANDBOX.heldAnswers().keys()).doesNotContain(key.text());
  }

  @Test
  void an_answer_is_held_only_the_first_time() {
    var key = anyCapture();

    whileItsAnswerIsHeld(
        key,
        () -> {
          var again = gateway().capture(key, PRICE, WithSandbox.method(TestMethod.SBX_HOLD_ANSWER));
          assertThat(again).isEqualTo(new Outcome.Done<>(done(again), true));
        });
  }

  @Test
  void while_somebody_else_works_under_the_key_the_gateway_is_busy() {
    var key = anyCapture();
    try (var impatient =
        Sandbox.open(
            DATABASE.openImpatiently(),
            SandboxTestDatabase.place(SandboxTestDatabase.API, true),
            CLOCK)) {
      var meanwhile =
          SANDBOX
              .database()
              .run(
                  connection -> {
                    var asked = PaymentRow.asked(key, PRICE, TestMethod.SBX_OK);
                    assertThat(asked.add(connection, CLOCK.instant())).isTrue();
                    return impatient.gateway().capture(key, PRICE, methods().ok());
                  });

      assertThat(meanwhile).isInstanceOf(Outcome.Busy.class);
      assertThat(impatient.gateway().capture(key, PRICE, methods().ok()))
          .isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void what_was_done_outlives_the_process() {
    var key = anyCapture();
    var first = done(gateway().capture(key, PRICE, methods().ok()));

    try (var later = DATABASE.sandbox(CLOCK)) {
      assertThat(later.gateway().capture(key, PRICE, methods().ok()))
          .isEqualTo(new Outcome.Done<>(first, true));
      assertThat(later.gateway().payment(first.reference())).isEqualTo(fresh(first));
    }
  }

  @Test
  void books_that_cannot_be_opened_leave_the_outcome_unknown() {
    var closed = DATABASE.sandbox(CLOCK);
    closed.close();

    assertThat(closed.gateway().capture(anyCapture(), PRICE, methods().ok()))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void a_link_to_the_onboarding_is_secret_and_leads_to_the_api() {
    var payee = done(gateway().openPayee(anyPayee(), PROFILE));

    var link = done(gateway().onboardingLink(payee.reference()));

    assertThat(link.url())
        .matches(SandboxTestDatabase.API + "/sandbox/onboarding/[0-9a-f]{64}")
        .isNotEqualTo(done(gateway().onboardingLink(payee.reference())).url());
  }

  private void whileItsAnswerIsHeld(OperationKey key, Runnable act) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var held =
          threads.submit(
              () -> gateway().capture(key, PRICE, WithSandbox.method(TestMethod.SBX_HOLD_ANSWER)));
      while (!SANDBOX.heldAnswers().keys().contains(key.text())) {
        Thread.onSpinWait();
      }
      act.run();
      assertThat(held).isNotDone();
      assertThat(SANDBOX.heldAnswers().release()).contains(key.text());
      assertThat(held).succeedsWithin(Duration.ofSeconds(10)).isInstanceOf(Outcome.Done.class);
    }
  }
}
