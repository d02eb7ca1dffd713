package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.RefundView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;

/** The part of {@link PaymentGatewayContract} about money that goes back, and about payees. */
public interface RefundsAndPayeesContract extends GatewayOnTrial {

  PayeeProfile PROFILE = new PayeeProfile("Clean and Bright", "CA", "ada@example.org");

  @Test
  default void a_part_of_a_payment_can_be_given_back() {
    var payment = paidWith(methods().ok());
    var key = refundOf(payment.key());

    var refund = done(gateway().refund(key, payment.reference(), PART));

    assertThat(refund.key()).isEqualTo(key);
    assertThat(refund.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(refund.amount()).isEqualTo(PART);
    assertThat(gateway().refund(refund.reference())).isEqualTo(fresh(refund));
    assertThat(refundedOf(payment)).isEqualTo(PART);
  }

  @Test
  default void the_rest_of_a_payment_can_be_given_back_and_then_nothing_more() {
    var payment = paidWith(methods().ok());
    var rest = PRICE.minus(PART);

    assertThat(refund(payment, 1, PART).status()).isEqualTo(Status.SUCCEEDED);
    assertThat(refund(payment, 2, rest).status()).isEqualTo(Status.SUCCEEDED);

    assertThat(refundedOf(payment)).isEqualTo(PRICE);
    assertRejected(
        gateway().refund(refundOf(payment.key(), 3), payment.reference(), Money.of(1, "CAD")),
        FailureCode.ALREADY_REFUNDED);
  }

  @Test
  default void more_than_the_rest_of_a_payment_is_not_given_back() {
    var payment = paidWith(methods().ok());
    assertThat(refund(payment, 1, PART).status()).isEqualTo(Status.SUCCEEDED);

    assertRejected(
        gateway().refund(refundOf(payment.key(), 2), payment.reference(), PRICE),
        FailureCode.AMOUNT_TOO_LARGE);

    assertThat(refundedOf(payment)).isEqualTo(PART);
  }

  @Test
  default void a_refund_that_was_rejected_leaves_its_key_free() {
    var payment = paidWith(methods().ok());
    var key = refundOf(payment.key());
    assertRejected(
        gateway().refund(key, payment.reference(), PRICE.plus(PART)), FailureCode.AMOUNT_TOO_LARGE);

    assertThat(done(gateway().refund(key, payment.reference(), PRICE)).status())
        .isEqualTo(Status.SUCCEEDED);
  }

  @Test
  default void the_same_key_again_gives_nothing_more_back() {
    var payment = paidWith(methods().ok());
    var key = refundOf(payment.key());
    var first = done(gateway().refund(key, payment.reference(), PART));

    var again = gateway().refund(key, payment.reference(), PART);

    assertThat(again).isEqualTo(new Outcome.Done<>(first, true));
    assertThat(refundedOf(payment)).isEqualTo(PART);
  }

  @Test
  default void the_same_key_for_another_refund_is_rejected() {
    var payment = paidWith(methods().ok());
    var other = paidWith(methods().ok());
    var key = refundOf(payment.key());
    assertThat(done(gateway().refund(key, payment.reference(), PART)).amount()).isEqualTo(PART);

    assertRejected(
        gateway().refund(key, payment.reference(), PRICE.minus(PART)), FailureCode.REJECTED);
    assertRejected(gateway().refund(key, other.reference(), PART), FailureCode.REJECTED);

    assertThat(refundedOf(payment)).isEqualTo(PART);
    assertThat(refundedOf(other)).isEqualTo(NOTHING);
  }

  @Test
  default void a_payment_nobody_knows_cannot_be_given_back() {
    assertRejected(
        gateway().refund(refundOf(anyCapture()), new GatewayReference("pay_nobody"), PART),
        FailureCode.NOT_FOUND);
  }

  @Test
  default void a_refund_is_of_the_currency_of_its_payment() {
    var payment = paidWith(methods().ok());

    assertRejected(
        gateway().refund(refundOf(payment.key()), payment.reference(), Money.of(1, "USD")),
        FailureCode.REJECTED);
  }

  @Test
  default void a_refund_that_is_not_positive_is_rejected() {
    var payment = paidWith(methods().ok());

    assertRejected(
        gateway().refund(refundOf(payment.key()), payment.reference(), NOTHING),
        FailureCode.REJECTED);
  }

  @Test
  default void a_refund_under_a_key_of_another_step_is_rejected() {
    var payment = paidWith(methods().ok());

    assertRejected(gateway().refund(anyCapture(), payment.reference(), PART), FailureCode.REJECTED);
  }

  @Test
  default void a_refund_may_stay_pending_and_succeed_later() {
    var payment = paidWith(methods().refundPending());
    var refund = refund(payment, 1, PART);
    assertThat(refund.status()).isEqualTo(Status.PENDING);

    completeRefund(refund.reference(), true);

    assertThat(done(gateway().refund(refund.reference())).status()).isEqualTo(Status.SUCCEEDED);
    assertThat(refundedOf(payment)).isEqualTo(PART);
  }

  @Test
  default void a_pending_refund_counts_until_it_has_failed() {
    var payment = paidWith(methods().refundPending());
    var refund = refund(payment, 1, PRICE);
    assertThat(refundedOf(payment)).isEqualTo(PRICE);

    completeRefund(refund.reference(), false);

    assertThat(done(gateway().refund(refund.reference())).status()).isEqualTo(Status.FAILED);
    assertThat(refundedOf(payment)).isEqualTo(NOTHING);
    assertThat(refund(payment, 2, PRICE).status()).isEqualTo(Status.PENDING);
  }

  @Test
  default void a_refund_that_has_reached_the_payer_may_still_come_back() {
    var payment = paidWith(methods().refundPending());
    var refund = refund(payment, 1, PART);
    completeRefund(refund.reference(), true);

    completeRefund(refund.reference(), false);

    assertThat(done(gateway().refund(refund.reference())).status()).isEqualTo(Status.FAILED);
    assertThat(refundedOf(payment)).isEqualTo(NOTHING);
  }

  @Test
  default void a_refund_that_has_failed_stays_failed() {
    var payment = paidWith(methods().refundPending());
    var refund = refund(payment, 1, PART);
    completeRefund(refund.reference(), false);

    completeRefund(refund.reference(), true);

    assertThat(done(gateway().refund(refund.reference())).status()).isEqualTo(Status.FAILED);
    assertThat(refundedOf(payment)).isEqualTo(NOTHING);
  }

  @Test
  default void a_refund_may_fail_at_once_and_then_nothing_has_gone_back() {
    var payment = paidWith(methods().refundFails());

    assertThat(refund(payment, 1, PART).status()).isEqualTo(Status.FAILED);

    assertThat(refundedOf(payment)).isEqualTo(NOTHING);
  }

  @Test
  default void a_refund_is_found_by_its_key() {
    var payment = paidWith(methods().ok());
    var key = refundOf(payment.key());
    assertThat(gateway().findRefund(key)).isEqualTo(fresh(Optional.<RefundView>empty()));

    var refund = done(gateway().refund(key, payment.reference(), PART));

    assertThat(gateway().findRefund(key)).isEqualTo(fresh(Optional.of(refund)));
  }

  @Test
  default void a_refund_that_does_not_exist_is_not_found() {
    assertRejected(gateway().refund(new GatewayReference("re_nobody")), FailureCode.NOT_FOUND);
  }

  @Test
  default void simultaneous_refunds_never_exceed_the_payment() {
    var payment = paidWith(methods().ok());

    var answers =
        together(
            10,
            number -> gateway().refund(refundOf(payment.key(), number), payment.reference(), PART));

    assertThat(answers.stream().filter(Outcome.Done.class::isInstance)).hasSize(2);
    assertThat(refundedOf(payment)).isEqualTo(PART.plus(PART));
  }

  @Test
  default void a_new_payee_has_everything_still_to_do() {
    var key = anyPayee();

    var payee = done(gateway().openPayee(key, PROFILE));

    assertThat(payee.key()).isEqualTo(key);
    assertThat(payee.detailsSubmitted()).isFalse();
    assertThat(payee.payoutsEnabled()).isFalse();
    assertThat(gateway().payee(payee.reference())).isEqualTo(fresh(payee));
  }

  @Test
  default void the_same_key_again_opens_no_second_account() {
    var key = anyPayee();
    var first = done(gateway().openPayee(key, PROFILE));

    assertThat(gateway().openPayee(key, PROFILE)).isEqualTo(new Outcome.Done<>(first, true));
    assertThat(gateway().findPayee(key)).isEqualTo(fresh(Optional.of(first)));
  }

  @Test
  default void the_same_key_for_another_profile_is_rejected() {
    var key = anyPayee();
    assertThat(done(gateway().openPayee(key, PROFILE)).payoutsEnabled()).isFalse();

    assertRejected(
        gateway().openPayee(key, new PayeeProfile("Somebody Else", "CA", "ada@example.org")),
        FailureCode.REJECTED);
    assertRejected(gateway().openPayee(anyCapture(), PROFILE), FailureCode.REJECTED);
  }

  @Test
  default void a_payee_who_finishes_the_opening_can_be_paid_out() {
    var payee = done(gateway().openPayee(anyPayee(), PROFILE));
    var other = done(gateway().openPayee(anyPayee(), PROFILE));
    var link = done(gateway().onboardingLink(payee.reference()));
    assertThat(URI.create(link.url()).isAbsolute()).isTrue();

    finishOnboarding(link);

    var now = done(gateway().payee(payee.reference()));
    assertThat(now.detailsSubmitted()).isTrue();
    assertThat(now.payoutsEnabled()).isTrue();
    assertThat(gateway().payee(other.reference())).isEqualTo(fresh(other));
  }

  @Test
  default void a_payee_that_does_not_exist_is_not_found() {
    var nobody = new GatewayReference("acct_nobody");

    assertRejected(gateway().payee(nobody), FailureCode.NOT_FOUND);
    assertRejected(gateway().onboardingLink(nobody), FailureCode.NOT_FOUND);
    assertThat(gateway().findPayee(anyPayee())).isEqualTo(fresh(Optional.<PayeeView>empty()));
  }

  private PaymentView paidWith(PaymentMethod method) {
    return done(gateway().capture(anyCapture(), PRICE, method));
  }

  private RefundView refund(PaymentView payment, int number, Money amount) {
    return done(gateway().refund(refundOf(payment.key(), number), payment.reference(), amount));
  }

  private Money refundedOf(PaymentView payment) {
    return done(gateway().payment(payment.reference())).refunded();
  }
}
