package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.InMemoryAdapters;
import org.mercat.application.Trade;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.InMemoryPaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.Reconciliations.Found;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.domain.payment.Discrepancy.Kind;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.payment.Posting;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** Every kind of difference is found, and where there is none, none is found. */
class ReconcileDayTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);
  private static final Money PRICE = cad(8_475);
  private static final Money PART = cad(1_000);

  private final Trade trade = new Trade();
  private final InMemoryAdapters in = trade.market.in;
  private final InMemoryPaymentGateway gateway = in.gateway;
  private final GatewayReference payee = payee();

  @Test
  void a_thousand_clean_journeys_give_no_false_alarm() {
    for (var journey = 0; journey < 1_000; journey++) {
      switch (journey % 5) {
        case 0 -> {
          var _ = captured(InMemoryPaymentGateway.OK);
        }
        case 1 -> transferredAndTakenBack();
        case 2 -> refunded(InMemoryPaymentGateway.OK);
        case 3 -> refundStillPending();
        default -> refundFailedLater();
      }
    }

    assertThat(differences()).isEmpty();
    assertThat(found()).isEmpty();
  }

  @Test
  void a_charge_that_the_gateway_does_not_have_is_missing() {
    var key = capture();
    booked(key, new Request.Capture(PRICE, InMemoryPaymentGateway.OK), "pay_gone", PRICE);

    assertThat(differences())
        .containsExactly(difference(Kind.MISSING_CHARGE, "pay_gone", key, PRICE, cad(0)));
  }

  @Test
  void a_refund_that_the_gateway_does_not_have_is_missing() {
    var paid = captured(InMemoryPaymentGateway.OK);
    var key = OperationKey.refund(paid.key().booking(), 1);
    booked(key, new Request.Refund(paid.reference(), PART), "re_gone", PART.negated());

    assertThat(differences())
        .containsExactly(difference(Kind.MISSING_REFUND, "re_gone", key, PART.negated(), cad(0)));
  }

  @Test
  void a_transfer_that_the_gateway_does_not_have_is_missing() {
    var paid = captured(InMemoryPaymentGateway.OK);
    var key = OperationKey.transfer(paid.key().booking(), 1);
    booked(key, new Request.Transfer(payee, paid.reference(), PART), "tr_gone", PART.negated());

    assertThat(differences())
        .containsExactly(difference(Kind.MISSING_TRANSFER, "tr_gone", key, PART.negated(), cad(0)));
  }

  @Test
  void a_fee_of_which_nobody_knows_for_what_is_missing_in_the_books() {
    gateway.books().moveUnasked(Movement.Kind.FEE, new GatewayReference("fee_1"), cad(-250));

    assertThat(differences())
        .containsExactly(
            new Discrepancy(
                Kind.MISSING_FEE,
                new GatewayReference("fee_1"),
                Optional.empty(),
                cad(0),
                cad(-250)));
  }

  @Test
  void an_amount_that_is_another_one_is_wrong() {
    var key = capture();
    var view = gateway.capture(key, PRICE, InMemoryPaymentGateway.OK).required();
    booked(
        key, new Request.Capture(PART, InMemoryPaymentGateway.OK), view.reference().value(), PART);

    assertThat(differences())
        .containsExactly(difference(Kind.WRONG_AMOUNT, view.reference().value(), key, PART, PRICE));
  }

  @Test
  void a_transfer_that_nobody_has_asked_for_is_extra() {
    var paid = captured(InMemoryPaymentGateway.OK);
    var key = OperationKey.transfer(paid.key().booking(), 1);
    var view = gateway.transfer(key, payee, PART, paid.reference()).required();
    gateway.books().moveUnasked(Movement.Kind.TRANSFER, new GatewayReference("tr_x"), cad(-5));

    assertThat(differences())
        .extracting(Discrepancy::kind, Discrepancy::reference)
        .containsExactly(
            tuple(Kind.EXTRA_TRANSFER, view.reference()),
            tuple(Kind.EXTRA_TRANSFER, new GatewayReference("tr_x")));
  }

  @Test
  void a_payout_that_comes_back_days_later_is_found() {
    assertThat(transferred(PRICE)).isNotNull();
    var key = OperationKey.payOut(new PayoutId(UUID.randomUUID()));
    var view = gateway.payOut(key, payee, PRICE).required();
    ended(key, new Request.PayOut(payee, PRICE), new State.Done(now(), view.reference()));
    assertThat(differences()).isEmpty();

    in.system.advance(Duration.ofDays(3));
    gateway.completePayout(view.reference(), false);

    assertThat(differences(TODAY.plusDays(3)))
        .containsExactly(
            difference(Kind.FAILED_PAYOUT, view.reference().value(), key, PRICE.negated(), cad(0)));
  }

  @Test
  void a_payout_that_the_books_know_to_have_come_back_is_no_difference() {
    assertThat(transferred(PRICE)).isNotNull();
    var id = in.payouts.nextId();
    var key = OperationKey.payOut(id);
    var view = gateway.payOut(key, payee, PRICE).required();
    gateway.completePayout(view.reference(), false);
    ended(key, new Request.PayOut(payee, PRICE), new State.Done(now(), view.reference()));
    in.payouts.add(
        new Payout(
            id,
            new ProviderId(UUID.randomUUID()),
            in.payouts.nextBatch(),
            PRICE,
            new Payout.State.Failed(now(), FailureCode.PAYEE_NOT_READY),
            now(),
            0));

    assertThat(differences()).isEmpty();
  }

  @Test
  void a_refund_that_was_made_elsewhere_and_taken_up_is_no_difference() {
    var paid = captured(InMemoryPaymentGateway.OK);
    gateway.refundByHand(paid.reference(), PART);
    var key = OperationKey.refund(paid.key().booking(), 1);
    ended(key, new Request.Refund(paid.reference(), PART), new State.Done(now(), paid.reference()));
    post(key.text() + "/paid", key, PART.negated());

    assertThat(differences()).isEmpty();
  }

  @Test
  void a_refund_that_was_made_elsewhere_and_not_taken_up_is_extra() {
    var paid = captured(InMemoryPaymentGateway.OK);
    gateway.refundByHand(paid.reference(), PART);

    assertThat(differences())
        .extracting(Discrepancy::kind, Discrepancy::operation, Discrepancy::atGateway)
        .containsExactly(tuple(Kind.EXTRA_REFUND, Optional.of(paid.key()), PART.negated()));
  }

  @Test
  void a_dispute_that_the_books_do_not_know_is_found() {
    gateway.books().moveUnasked(Movement.Kind.DISPUTE, new GatewayReference("dp_1"), cad(-8_475));

    assertThat(differences()).extracting(Discrepancy::kind).containsExactly(Kind.UNPOSTED_DISPUTE);
  }

  @Test
  void what_is_known_is_kept_and_told_once() {
    gateway.books().moveUnasked(Movement.Kind.FEE, new GatewayReference("fee_1"), cad(-250));

    assertThat(differences()).hasSize(1);
    assertThat(differences()).hasSize(1);

    assertThat(found()).hasSize(1);
    assertThat(in.systemEvents.reported())
        .filteredOn(event -> event.source().equals("reconciliation"))
        .hasSize(1);
  }

  @Test
  void the_fee_of_a_charge_is_posted_once_as_it_is_read() {
    gateway.books().takeFee(276);
    var paid = captured(InMemoryPaymentGateway.OK);

    assertThat(differences()).isEmpty();
    assertThat(differences()).isEmpty();

    assertThat(in.ledger.balance(Account.GATEWAY_FEES, PRICE.currency())).isEqualTo(cad(276));
    assertThat(in.ledger.balance(Account.GATEWAY_CLEARING, PRICE.currency()))
        .isEqualTo(PRICE.minus(cad(276)));
    assertThat(in.ledger.linesOf(paid.key().booking())).hasSize(4);
  }

  @Test
  void the_job_compares_yesterday_once() {
    gateway.books().moveUnasked(Movement.Kind.FEE, new GatewayReference("fee_1"), cad(-250));
    in.system.advance(Duration.ofDays(1));

    assertThat(trade.market.reconcilePastDays.handle()).hasSize(1);
    gateway.books().moveUnasked(Movement.Kind.FEE, new GatewayReference("fee_2"), cad(-250));
    assertThat(trade.market.reconcilePastDays.handle()).isEmpty();

    assertThat(found()).extracting(Found::day).containsExactly(TODAY);
  }

  @Test
  void the_job_makes_up_for_days_that_it_has_missed() {
    in.system.advance(Duration.ofDays(1));
    assertThat(trade.market.reconcilePastDays.handle()).hasSize(1);
    gateway.books().moveUnasked(Movement.Kind.FEE, new GatewayReference("fee_1"), cad(-250));
    in.system.advance(Duration.ofDays(3));

    assertThat(trade.market.reconcilePastDays.handle()).hasSize(3);
    assertThat(trade.market.reconcilePastDays.handle()).isEmpty();

    assertThat(found()).extracting(Found::day).containsExactly(TODAY.plusDays(1));
  }

  @Test
  void a_second_charge_under_the_key_of_the_first_is_extra() {
    var paid = captured(InMemoryPaymentGateway.OK);
    gateway.books().moveTwice(paid.key(), new GatewayReference("pay_twin"));

    assertThat(differences())
        .containsExactly(difference(Kind.EXTRA_CHARGE, "pay_twin", paid.key(), cad(0), PRICE));
  }

  @Test
  void what_another_installation_has_charged_is_told_and_its_fee_is_not_ours() {
    gateway.books().takeFee(276);
    var strange = gateway.capture(capture(), PRICE, InMemoryPaymentGateway.OK).required();

    assertThat(differences())
        .extracting(Discrepancy::kind, Discrepancy::reference)
        .containsExactly(tuple(Kind.EXTRA_CHARGE, strange.reference()));

    assertThat(in.ledger.balances(Account.GATEWAY_FEES)).isEmpty();
  }

  /** A payment at the gateway and in the books. */
  private record Paid(OperationKey key, GatewayReference reference) {}

  private Paid captured(PaymentMethod method) {
    var key = capture();
    var reference = gateway.capture(key, PRICE, method).required().reference();
    booked(key, new Request.Capture(PRICE, method), reference.value(), PRICE);
    return new Paid(key, reference);
  }

  private void refunded(PaymentMethod method) {
    var paid = captured(method);
    var key = OperationKey.refund(paid.key().booking(), 1);
    var view = gateway.refund(key, paid.reference(), PART).required();
    ended(key, new Request.Refund(paid.reference(), PART), new State.Done(now(), view.reference()));
    post(key.text() + "/paid", key, PART.negated());
  }

  private void refundStillPending() {
    var paid = captured(InMemoryPaymentGateway.REFUND_PENDING);
    var key = OperationKey.refund(paid.key().booking(), 1);
    var view = gateway.refund(key, paid.reference(), PART).required();
    assertThat(view.status()).isEqualTo(Status.PENDING);
    ended(
        key,
        new Request.Refund(paid.reference(), PART),
        new State.Waiting(now(), view.reference(), false));
  }

  private void refundFailedLater() {
    var paid = captured(InMemoryPaymentGateway.REFUND_PENDING);
    var key = OperationKey.refund(paid.key().booking(), 1);
    var view = gateway.refund(key, paid.reference(), PART).required();
    gateway.completeRefund(view.reference(), false);
    ended(
        key,
        new Request.Refund(paid.reference(), PART),
        new State.Failed(now(), FailureCode.REJECTED));
  }

  private GatewayReference transferred(Money amount) {
    var paid = captured(InMemoryPaymentGateway.OK);
    var key = OperationKey.transfer(paid.key().booking(), 1);
    var view = gateway.transfer(key, payee, amount, paid.reference()).required();
    booked(
        key,
        new Request.Transfer(payee, paid.reference(), amount),
        view.reference().value(),
        amount.negated());
    return view.reference();
  }

  private void transferredAndTakenBack() {
    var transfer = transferred(PART);
    var key = OperationKey.reverse(new BookingId(UUID.randomUUID()), 1);
    var view = gateway.reverse(key, transfer, PART).required();
    booked(key, new Request.Reverse(transfer, PART), view.reference().value(), PART);
  }

  private void booked(OperationKey key, Request request, String reference, Money amount) {
    ended(key, request, new State.Done(now(), new GatewayReference(reference)));
    post(key.text(), key, amount);
  }

  private void ended(OperationKey key, Request request, State state) {
    in.operations.add(new PaymentOperation(key, request, state, now(), 0, now(), 0));
  }

  private void post(String entry, OperationKey key, Money amount) {
    in.ledger.post(
        new JournalEntry(
            entry,
            JournalEntry.Kind.CAPTURE,
            key.subject(),
            List.of(
                new Posting(Account.GATEWAY_CLEARING, amount),
                new Posting(Account.PLATFORM_REVENUE, amount.negated())),
            now()));
  }

  private List<Discrepancy> differences() {
    return differences(TODAY);
  }

  private List<Discrepancy> differences(LocalDate day) {
    var outcome = trade.market.reconcileDay.handle(new ReconcileDay.Command(trade.admin(), day));
    assertThat(outcome).isInstanceOf(ReconcileDay.Outcome.Compared.class);
    return ((ReconcileDay.Outcome.Compared) outcome).found();
  }

  private List<Found> found() {
    return in.reconciliations.find(new PageRequest(100, Optional.empty())).items();
  }

  private Instant now() {
    return in.system.instant();
  }

  private GatewayReference payee() {
    var profile = new PayeeProfile("Clean and Bright", "CA", "ada@example.org");
    var key = OperationKey.openPayee(new ProviderId(UUID.randomUUID()));
    var account = gateway.openPayee(key, profile).required().reference();
    gateway.finishOnboarding(gateway.onboardingLink(account).required());
    return account;
  }

  private static OperationKey capture() {
    return OperationKey.capture(new BookingId(UUID.randomUUID()));
  }

  private static Discrepancy difference(
      Kind kind, String reference, OperationKey key, Money booked, Money atGateway) {
    return new Discrepancy(
        kind, new GatewayReference(reference), Optional.of(key), booked, atGateway);
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
