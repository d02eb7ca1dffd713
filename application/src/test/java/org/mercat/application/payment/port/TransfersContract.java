package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.PayoutView;
import org.mercat.application.payment.port.PaymentGateway.Requirements;
import org.mercat.application.payment.port.PaymentGateway.ReversalView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.PaymentGateway.TransferView;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.shared.Money;

/** The part of {@link PaymentGatewayContract} about money that is passed on to payees. */
public interface TransfersContract extends RefundsAndPayeesContract {

  @Test
  default void money_of_a_payment_is_passed_on_to_a_payee() {
    var payment = paid();
    var payee = ready();
    var key = transferOf(payment, 1);

    var transfer = done(gateway().transfer(key, payee, PART, payment.reference()));

    assertThat(transfer.key()).isEqualTo(key);
    assertThat(transfer.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(transfer.amount()).isEqualTo(PART);
    assertThat(transfer.reversed()).isEqualTo(NOTHING);
    assertThat(gateway().transfer(transfer.reference())).isEqualTo(fresh(transfer));
  }

  @Test
  default void the_same_key_again_passes_nothing_more_on() {
    var payment = paid();
    var payee = ready();
    var key = transferOf(payment, 1);
    var first = done(gateway().transfer(key, payee, PRICE, payment.reference()));

    assertThat(gateway().transfer(key, payee, PRICE, payment.reference()))
        .isEqualTo(new Outcome.Done<>(first, true));
    assertThat(gateway().findTransfer(key)).isEqualTo(fresh(Optional.of(first)));
  }

  @Test
  default void the_same_key_for_another_transfer_is_rejected() {
    var payment = paid();
    var payee = ready();
    var key = transferOf(payment, 1);
    var first = done(gateway().transfer(key, payee, PART, payment.reference()));

    assertRejected(
        gateway().transfer(key, payee, PRICE.minus(PART), payment.reference()),
        FailureCode.REJECTED);
    assertRejected(
        gateway().transfer(key, ready(), PART, payment.reference()), FailureCode.REJECTED);

    assertThat(gateway().transfer(first.reference())).isEqualTo(fresh(first));
  }

  @Test
  default void one_payment_may_be_passed_on_in_parts_but_not_beyond_it() {
    var payment = paid();
    var driver = ready();
    var provider = ready();
    assertThat(transferred(payment, 1, driver, PART).amount()).isEqualTo(PART);
    assertThat(transferred(payment, 2, provider, PRICE.minus(PART)).key())
        .isEqualTo(transferOf(payment, 2));

    assertRejected(
        gateway().transfer(transferOf(payment, 3), provider, PART, payment.reference()),
        FailureCode.BALANCE_INSUFFICIENT);
  }

  @Test
  default void more_than_the_whole_payment_is_not_passed_on() {
    var payment = paid();

    assertRejected(
        gateway().transfer(transferOf(payment, 1), ready(), PRICE.plus(PART), payment.reference()),
        FailureCode.AMOUNT_TOO_LARGE);
  }

  @Test
  default void what_has_been_given_back_is_not_passed_on() {
    var payment = paid();
    assertThat(done(gateway().refund(refundOf(payment.key()), payment.reference(), PART)).status())
        .isEqualTo(Status.SUCCEEDED);

    assertRejected(
        gateway().transfer(transferOf(payment, 1), ready(), PRICE, payment.reference()),
        FailureCode.BALANCE_INSUFFICIENT);
    assertThat(transferred(payment, 2, ready(), PRICE.minus(PART)).status())
        .isEqualTo(Status.SUCCEEDED);
  }

  @Test
  default void a_payee_who_has_told_nothing_yet_takes_no_money() {
    var payment = paid();
    var payee = done(gateway().openPayee(anyPayee(), PROFILE));
    assertThat(payee.requirements().codes()).isNotEmpty();

    assertRejected(
        gateway().transfer(transferOf(payment, 1), payee.reference(), PART, payment.reference()),
        FailureCode.PAYEE_NOT_READY);
  }

  @Test
  default void of_a_payee_who_has_told_everything_nothing_is_wanted() {
    assertThat(done(gateway().payee(ready())))
        .extracting(PayeeView::requirements)
        .isEqualTo(Requirements.NONE);
  }

  @Test
  default void nothing_is_passed_on_of_what_nobody_knows_or_to_nobody() {
    var payment = paid();
    var nobody = new GatewayReference("acct_nobody");

    assertRejected(
        gateway().transfer(transferOf(payment, 1), nobody, PART, payment.reference()),
        FailureCode.NOT_FOUND);
    assertRejected(
        gateway()
            .transfer(transferOf(payment, 1), ready(), PART, new GatewayReference("pay_nobody")),
        FailureCode.NOT_FOUND);
  }

  @Test
  default void a_transfer_is_a_positive_amount_of_the_currency_of_its_payment_under_its_key() {
    var payment = paid();
    var payee = ready();
    var key = transferOf(payment, 1);

    assertRejected(
        gateway().transfer(key, payee, NOTHING, payment.reference()), FailureCode.REJECTED);
    assertRejected(
        gateway().transfer(key, payee, Money.of(1, "USD"), payment.reference()),
        FailureCode.REJECTED);
    assertRejected(
        gateway().transfer(payment.key(), payee, PART, payment.reference()), FailureCode.REJECTED);
  }

  @Test
  default void of_a_payment_that_was_declined_nothing_is_passed_on() {
    var key = anyCapture();
    assertThat(gateway().capture(key, PRICE, methods().declined()))
        .isInstanceOf(Outcome.Declined.class);
    var payment = done(gateway().findPayment(key)).orElseThrow();

    assertRejected(
        gateway().transfer(transferOf(payment, 1), ready(), PART, payment.reference()),
        FailureCode.REJECTED);
  }

  @Test
  default void what_was_never_passed_on_is_not_found() {
    var payment = paid();
    var transfer = transferred(payment, 1, ready(), PART);

    assertRejected(gateway().transfer(new GatewayReference("tr_nobody")), FailureCode.NOT_FOUND);
    assertRejected(gateway().reversal(new GatewayReference("trr_nobody")), FailureCode.NOT_FOUND);
    assertRejected(gateway().payout(new GatewayReference("po_nobody")), FailureCode.NOT_FOUND);
    assertThat(gateway().findTransfer(transferOf(payment, 2)))
        .isEqualTo(fresh(Optional.<TransferView>empty()));
    assertThat(gateway().findReversal(reversalOf(transfer, 1), transfer.reference()))
        .isEqualTo(fresh(Optional.<ReversalView>empty()));
    assertThat(gateway().findPayout(anyPayout(), ready()))
        .isEqualTo(fresh(Optional.<PayoutView>empty()));
  }

  @Test
  default void a_part_of_a_transfer_can_be_taken_back_and_then_the_rest_and_nothing_more() {
    var transfer = transferred(paid(), 1, ready(), PRICE);
    var key = reversalOf(transfer, 1);

    var part = done(gateway().reverse(key, transfer.reference(), PART));
    assertThat(part).isEqualTo(new ReversalView(part.reference(), key, Status.SUCCEEDED, PART));
    assertThat(gateway().reversal(part.reference())).isEqualTo(fresh(part));
    assertThat(reversedOf(transfer)).isEqualTo(PART);
    assertRejected(
        gateway().reverse(reversalOf(transfer, 2), transfer.reference(), PRICE),
        FailureCode.AMOUNT_TOO_LARGE);

    assertThat(
            done(gateway()
                    .reverse(reversalOf(transfer, 3), transfer.reference(), PRICE.minus(PART)))
                .status())
        .isEqualTo(Status.SUCCEEDED);
    assertThat(reversedOf(transfer)).isEqualTo(PRICE);
    assertRejected(
        gateway().reverse(reversalOf(transfer, 4), transfer.reference(), Money.of(1, "CAD")),
        FailureCode.AMOUNT_TOO_LARGE);
  }

  @Test
  default void the_same_key_again_takes_nothing_more_back() {
    var transfer = transferred(paid(), 1, ready(), PRICE);
    var key = reversalOf(transfer, 1);
    var first = done(gateway().reverse(key, transfer.reference(), PRICE));

    assertThat(gateway().reverse(key, transfer.reference(), PRICE))
        .isEqualTo(new Outcome.Done<>(first, true));
    assertThat(gateway().findReversal(key, transfer.reference()))
        .isEqualTo(fresh(Optional.of(first)));
    assertRejected(gateway().reverse(key, transfer.reference(), PART), FailureCode.REJECTED);
    assertThat(reversedOf(transfer)).isEqualTo(PRICE);
  }

  @Test
  default void a_reversal_is_a_positive_amount_of_a_transfer_under_its_key() {
    var transfer = transferred(paid(), 1, ready(), PRICE);
    var key = reversalOf(transfer, 1);

    assertRejected(gateway().reverse(key, transfer.reference(), NOTHING), FailureCode.REJECTED);
    assertRejected(
        gateway().reverse(key, transfer.reference(), Money.of(1, "USD")), FailureCode.REJECTED);
    assertRejected(
        gateway().reverse(transfer.key(), transfer.reference(), PART), FailureCode.REJECTED);
    assertRejected(
        gateway().reverse(key, new GatewayReference("tr_nobody"), PART), FailureCode.NOT_FOUND);
  }

  @Test
  default void what_the_payee_has_been_paid_out_cannot_be_taken_back() {
    var payee = ready();
    var transfer = transferred(paid(), 1, payee, PRICE);
    assertThat(done(gateway().payOut(anyPayout(), payee, PRICE)).amount()).isEqualTo(PRICE);

    assertRejected(
        gateway().reverse(reversalOf(transfer, 1), transfer.reference(), PART),
        FailureCode.BALANCE_INSUFFICIENT);
    assertThat(reversedOf(transfer)).isEqualTo(NOTHING);
  }

  @Test
  default void simultaneous_reversals_never_exceed_the_transfer() {
    var transfer = transferred(paid(), 1, ready(), PRICE);

    var answers =
        together(
            10,
            number -> gateway().reverse(reversalOf(transfer, number), transfer.reference(), PART));

    assertThat(answers.stream().filter(Outcome.Done.class::isInstance)).hasSize(2);
    assertThat(reversedOf(transfer)).isEqualTo(PART.plus(PART));
  }

  @Test
  default void money_of_a_payee_is_paid_out_to_its_bank() {
    var payee = funded(PRICE);
    var key = anyPayout();

    var payout = done(gateway().payOut(key, payee, PRICE));

    assertThat(payout.key()).isEqualTo(key);
    assertThat(payout.amount()).isEqualTo(PRICE);
    assertThat(payout.status()).isIn(Status.PENDING, Status.SUCCEEDED);
    assertThat(payout.failure()).isEmpty();
    completePayout(payout.reference(), true);
    assertThat(payoutNow(payout).status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  default void the_same_key_again_pays_nothing_more_out() {
    var payee = funded(PRICE);
    var key = anyPayout();
    var first = done(gateway().payOut(key, payee, PART));

    assertThat(gateway().payOut(key, payee, PART)).isEqualTo(new Outcome.Done<>(first, true));
    assertThat(done(gateway().findPayout(key, payee)).map(PayoutView::reference))
        .contains(first.reference());
    assertRejected(gateway().payOut(key, payee, PRICE.minus(PART)), FailureCode.REJECTED);
    assertThat(done(gateway().payOut(anyPayout(), payee, PRICE.minus(PART))).amount())
        .isEqualTo(PRICE.minus(PART));
  }

  @Test
  default void a_payee_is_not_paid_out_more_than_it_has() {
    var payee = funded(PART);

    assertRejected(gateway().payOut(anyPayout(), payee, PRICE), FailureCode.BALANCE_INSUFFICIENT);
    assertThat(done(gateway().payOut(anyPayout(), payee, PART)).amount()).isEqualTo(PART);
    assertRejected(
        gateway().payOut(anyPayout(), payee, Money.of(1, "CAD")), FailureCode.BALANCE_INSUFFICIENT);
  }

  @Test
  default void a_payout_is_a_positive_amount_of_a_payee_who_is_ready_under_its_key() {
    var payee = funded(PART);
    var newcomer = done(gateway().openPayee(anyPayee(), PROFILE)).reference();

    assertRejected(gateway().payOut(anyPayout(), payee, NOTHING), FailureCode.REJECTED);
    assertRejected(gateway().payOut(anyPayee(), payee, PART), FailureCode.REJECTED);
    assertRejected(gateway().payOut(anyPayout(), newcomer, PART), FailureCode.PAYEE_NOT_READY);
    assertRejected(
        gateway().payOut(anyPayout(), new GatewayReference("acct_nobody"), PART),
        FailureCode.NOT_FOUND);
  }

  @Test
  default void a_payout_that_was_paid_may_still_come_back_from_the_bank() {
    var payee = funded(PRICE);
    var payout = done(gateway().payOut(anyPayout(), payee, PRICE));
    completePayout(payout.reference(), true);

    completePayout(payout.reference(), false);

    assertThat(payoutNow(payout).status()).isEqualTo(Status.FAILED);
    assertThat(payoutNow(payout).failure()).contains(FailureCode.PAYEE_NOT_READY);
    assertThat(done(gateway().payOut(anyPayout(), payee, PRICE)).amount()).isEqualTo(PRICE);
  }

  @Test
  default void simultaneous_payouts_never_exceed_what_the_payee_has() {
    var payee = funded(PRICE);

    var answers = together(10, _ -> gateway().payOut(anyPayout(), payee, PART));

    assertThat(answers.stream().filter(Outcome.Done.class::isInstance)).hasSize(2);
  }

  default OperationKey anyPayout() {
    return OperationKey.payOut(new PayoutId(UUID.randomUUID()));
  }

  private PaymentView paid() {
    return done(gateway().capture(anyCapture(), PRICE, methods().ok()));
  }

  private GatewayReference ready() {
    var payee = done(gateway().openPayee(anyPayee(), PROFILE)).reference();
    finishOnboarding(done(gateway().onboardingLink(payee)));
    return payee;
  }

  /** A payee who has that much at the gateway. */
  private GatewayReference funded(Money amount) {
    var payee = ready();
    assertThat(transferred(paid(), 1, payee, amount).amount()).isEqualTo(amount);
    return payee;
  }

  private TransferView transferred(
      PaymentView payment, int number, GatewayReference payee, Money amount) {
    return done(
        gateway().transfer(transferOf(payment, number), payee, amount, payment.reference()));
  }

  private Money reversedOf(TransferView transfer) {
    return done(gateway().transfer(transfer.reference())).reversed();
  }

  private PayoutView payoutNow(PayoutView payout) {
    return done(gateway().payout(payout.reference()));
  }

  private static OperationKey transferOf(PaymentView payment, int number) {
    return OperationKey.transfer(payment.key().booking(), number);
  }

  private static OperationKey reversalOf(TransferView transfer, int number) {
    return OperationKey.reverse(transfer.key().booking(), number);
  }
}
