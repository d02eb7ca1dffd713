package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;

/**
 * What every adapter of {@link PaymentGateway} promises about payments; {@link
 * RefundsAndPayeesContract} and {@link TransfersContract} hold the rest. Its provider supplies the
 * test methods, and plays the payer and the payee.
 */
public interface PaymentGatewayContract extends TransfersContract {

  @Test
  default void a_good_method_is_charged_in_full() {
    var key = anyCapture();

    var payment = done(gateway().capture(key, PRICE, methods().ok()));

    assertThat(payment.key()).isEqualTo(key);
    assertThat(payment.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(payment.amount()).isEqualTo(PRICE);
    assertThat(payment.refunded()).isEqualTo(NOTHING);
    assertThat(gateway().payment(payment.reference())).isEqualTo(fresh(payment));
  }

  @Test
  default void the_same_key_again_charges_nothing_more_and_answers_the_same() {
    var key = anyCapture();
    var first = gateway().capture(key, PRICE, methods().ok());

    var second = gateway().capture(key, PRICE, methods().ok());

    assertThat(first).isEqualTo(fresh(done(first)));
    assertThat(second).isEqualTo(new Outcome.Done<>(done(first), true));
  }

  @Test
  default void another_attempt_is_another_payment() {
    var key = anyCapture();
    var first = done(gateway().capture(key, PRICE, methods().ok()));

    var second = done(gateway().capture(key.next(), PRICE, methods().ok()));

    assertThat(second.reference()).isNotEqualTo(first.reference());
  }

  @Test
  default void the_same_key_for_another_amount_is_rejected() {
    var key = anyCapture();
    var payment = done(gateway().capture(key, PRICE, methods().ok()));

    var reused = gateway().capture(key, PRICE.plus(PRICE), methods().ok());

    assertRejected(reused, FailureCode.REJECTED);
    assertThat(gateway().findPayment(key)).isEqualTo(fresh(Optional.of(payment)));
  }

  @Test
  default void the_same_key_for_another_currency_is_rejected() {
    var key = anyCapture();
    var payment = done(gateway().capture(key, PRICE, methods().ok()));

    var reused = gateway().capture(key, Money.of(PRICE.minor(), "USD"), methods().ok());

    assertRejected(reused, FailureCode.REJECTED);
    assertThat(gateway().payment(payment.reference())).isEqualTo(fresh(payment));
  }

  @Test
  default void the_same_key_for_another_method_is_rejected() {
    var key = anyCapture();
    assertThat(gateway().capture(key, PRICE, methods().declined()))
        .isInstanceOf(Outcome.Declined.class);

    assertRejected(gateway().capture(key, PRICE, methods().ok()), FailureCode.REJECTED);
  }

  @Test
  default void a_declined_method_takes_nothing_and_says_why() {
    assertThat(gateway().capture(anyCapture(), PRICE, methods().declined()))
        .isEqualTo(new Outcome.Declined<PaymentView>(FailureCode.CARD_DECLINED));
  }

  @Test
  default void a_method_without_funds_takes_nothing_and_says_why() {
    assertThat(gateway().capture(anyCapture(), PRICE, methods().insufficientFunds()))
        .isEqualTo(new Outcome.Declined<PaymentView>(FailureCode.INSUFFICIENT_FUNDS));
  }

  @Test
  default void a_decline_is_repeated_under_its_key() {
    var key = anyCapture();
    var first = gateway().capture(key, PRICE, methods().declined());

    assertThat(gateway().capture(key, PRICE, methods().declined())).isEqualTo(first);
  }

  @Test
  default void a_declined_payment_is_found_as_failed() {
    var key = anyCapture();
    assertThat(gateway().capture(key, PRICE, methods().declined()))
        .isInstanceOf(Outcome.Declined.class);

    var found = done(gateway().findPayment(key)).orElseThrow();

    assertThat(found.status()).isEqualTo(Status.FAILED);
    assertRejected(gateway().refund(refundOf(key), found.reference(), PRICE), FailureCode.REJECTED);
  }

  @Test
  default void after_a_decline_the_next_attempt_may_succeed() {
    var key = anyCapture();
    assertThat(gateway().capture(key, PRICE, methods().declined()))
        .isInstanceOf(Outcome.Declined.class);

    var payment = done(gateway().capture(key.next(), PRICE, methods().ok()));

    assertThat(payment.status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  default void an_unknown_method_is_rejected_and_its_key_stays_free() {
    var key = anyCapture();

    var rejected = gateway().capture(key, PRICE, new PaymentMethod("no_such_method"));

    assertRejected(rejected, FailureCode.INVALID_METHOD);
    assertThat(gateway().findPayment(key)).isEqualTo(fresh(Optional.empty()));
    assertThat(done(gateway().capture(key, PRICE, methods().ok())).status())
        .isEqualTo(Status.SUCCEEDED);
  }

  @Test
  default void an_amount_that_is_not_positive_is_rejected() {
    assertRejected(gateway().capture(anyCapture(), NOTHING, methods().ok()), FailureCode.REJECTED);
    assertRejected(
        gateway().capture(anyCapture(), PRICE.negated(), methods().ok()), FailureCode.REJECTED);
  }

  @Test
  default void an_amount_beyond_every_limit_is_rejected() {
    var much = Money.of(100_000_000, "CAD");

    assertRejected(
        gateway().capture(anyCapture(), much, methods().ok()), FailureCode.AMOUNT_TOO_LARGE);
  }

  @Test
  default void a_key_of_another_step_is_rejected() {
    var key = refundOf(anyCapture());

    assertRejected(gateway().capture(key, PRICE, methods().ok()), FailureCode.REJECTED);
  }

  @Test
  default void after_a_lost_answer_the_same_key_tells_what_happened() {
    var key = anyCapture();
    assertThat(gateway().capture(key, PRICE, methods().timeoutAfterWork()))
        .isInstanceOf(Outcome.Unknown.class);

    var again = gateway().capture(key, PRICE, methods().timeoutAfterWork());

    assertThat(done(again).status()).isEqualTo(Status.SUCCEEDED);
    assertThat(again).isEqualTo(new Outcome.Done<>(done(again), true));
  }

  @Test
  default void after_a_lost_answer_the_payment_is_found_by_its_key() {
    var key = anyCapture();
    assertThat(gateway().capture(key, PRICE, methods().timeoutAfterWork()))
        .isInstanceOf(Outcome.Unknown.class);

    var found = done(gateway().findPayment(key)).orElseThrow();

    assertThat(found.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(done(gateway().capture(key, PRICE, methods().timeoutAfterWork()))).isEqualTo(found);
  }

  @Test
  default void a_payment_that_needs_an_act_of_the_payer_takes_nothing_yet() {
    var payment = done(gateway().capture(anyCapture(), PRICE, methods().requiresAction()));

    assertThat(payment.status()).isEqualTo(Status.REQUIRES_ACTION);
    assertRejected(
        gateway().refund(refundOf(payment.key()), payment.reference(), PRICE),
        FailureCode.REJECTED);
  }

  @Test
  default void after_the_act_of_the_payer_the_payment_has_succeeded() {
    var payment = done(gateway().capture(anyCapture(), PRICE, methods().requiresAction()));

    completeAction(payment.reference(), true);

    assertThat(statusOf(payment.reference())).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  default void a_payer_who_gives_up_has_paid_nothing() {
    var payment = done(gateway().capture(anyCapture(), PRICE, methods().requiresAction()));

    completeAction(payment.reference(), false);

    assertThat(statusOf(payment.reference())).isEqualTo(Status.FAILED);
  }

  @Test
  default void a_repeated_call_is_answered_as_the_first_was_and_only_a_look_tells_the_news() {
    var key = anyCapture();
    var first = done(gateway().capture(key, PRICE, methods().requiresAction()));
    completeAction(first.reference(), true);

    var again = gateway().capture(key, PRICE, methods().requiresAction());

    assertThat(again).isEqualTo(new Outcome.Done<>(first, true));
    assertThat(done(gateway().findPayment(key)).map(PaymentView::status))
        .contains(Status.SUCCEEDED);
  }

  @Test
  default void an_act_on_a_payment_that_has_ended_changes_nothing() {
    var payment = done(gateway().capture(anyCapture(), PRICE, methods().ok()));

    completeAction(payment.reference(), false);

    assertThat(statusOf(payment.reference())).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  default void a_payment_that_does_not_exist_is_not_found() {
    assertRejected(gateway().payment(new GatewayReference("pay_nobody")), FailureCode.NOT_FOUND);
    assertThat(gateway().findPayment(anyCapture())).isEqualTo(fresh(Optional.empty()));
  }

  @Test
  default void simultaneous_calls_under_one_key_charge_once() {
    var key = anyCapture();

    var answers = together(20, _ -> gateway().capture(key, PRICE, methods().ok()));

    var payments = answers.stream().filter(Outcome.Done.class::isInstance).toList();
    assertThat(payments).extracting(outcome -> done(outcome).reference()).isNotEmpty();
    assertThat(payments.stream().map(outcome -> done(outcome).reference()).distinct()).hasSize(1);
    assertThat(payments.stream().filter(outcome -> outcome.equals(fresh(done(outcome)))))
        .hasSize(1);
    assertThat(answers)
        .allMatch(answer -> answer instanceof Outcome.Done || answer instanceof Outcome.Busy);
  }

  @Test
  default void it_says_what_it_is() {
    assertThat(gateway().name()).isNotBlank();
  }
}
