package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;
import static org.mercat.domain.payment.PaymentOperation.LEASE;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request;
import org.mercat.domain.payment.PaymentOperation.Request.OfPayer;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.payment.SavedMethodId;
import org.mercat.domain.provider.ProviderId;

/** What every adapter of {@link PaymentOperations} promises. */
public interface PaymentOperationsContract {

  GatewayReference REFERENCE = new GatewayReference("pay_1");

  GatewayReference PAYEE = new GatewayReference("acct_1");

  PaymentOperations operations();

  UnitOfWork unitOfWork();

  /** A booking that the adapter knows and that has no operations. */
  BookingId booking();

  /** A provider that the adapter knows and that has no operations. */
  ProviderId provider();

  @Test
  default void finds_what_was_added_by_its_key() {
    var operation = added(capture(OperationKey.capture(booking()), NOW));

    assertThat(find(operation.key())).contains(operation);
    assertThat(find(operation.key().next())).isEmpty();
  }

  @Test
  default void every_request_comes_back_as_it_was_stored() {
    var booking = booking();
    var refund =
        PaymentOperation.sent(
            OperationKey.refund(booking, 2), new Request.Refund(REFERENCE, cad(100)), NOW);
    var payee =
        PaymentOperation.sent(
            OperationKey.openPayee(provider()),
            new Request.OpenPayee("Chez Ada", "CA", "ada@example.org"),
            NOW);

    var transfer =
        PaymentOperation.sent(
            OperationKey.transfer(booking, 1),
            new Request.Transfer(PAYEE, REFERENCE, cad(100)),
            NOW);
    var reversal =
        PaymentOperation.sent(
            OperationKey.reverse(booking, 1),
            new Request.Reverse(new GatewayReference("tr_1"), cad(100)),
            NOW);
    var payout =
        PaymentOperation.sent(
            OperationKey.payOut(new PayoutId(UUID.randomUUID())),
            new Request.PayOut(PAYEE, cad(100)),
            NOW);

    assertThat(find(added(refund).key())).contains(refund);
    assertThat(find(added(transfer).key())).contains(transfer);
    assertThat(find(added(reversal).key())).contains(reversal);
    assertThat(find(added(payout).key())).contains(payout);
    assertThat(find(added(payee).key())).contains(payee);
  }

  @Test
  default void every_answer_comes_back_as_it_was_stored() {
    var answers =
        List.<State>of(
            new State.Unanswered(NOW, "read timed out"),
            new State.Waiting(NOW, REFERENCE, true),
            new State.Waiting(NOW, REFERENCE, false),
            new State.Done(NOW, REFERENCE),
            new State.Failed(NOW, FailureCode.INSUFFICIENT_FUNDS),
            new State.Failed(NOW, FailureCode.BALANCE_INSUFFICIENT),
            new State.Failed(NOW, FailureCode.PAYEE_NOT_READY));

    assertThat(answers)
        .allSatisfy(
            answer -> {
              var sent = added(capture(OperationKey.capture(booking()), NOW));
              assertThat(updated(answered(sent, answer)).state()).isEqualTo(answer);
            });
  }

  @Test
  default void those_that_ended_well_are_found_by_the_time_of_their_end() {
    var until = NOW.plusSeconds(60);
    var ended = ended(new State.Done(NOW, REFERENCE));
    var later = ended(new State.Done(until, REFERENCE));
    var failed = ended(new State.Failed(NOW, FailureCode.REJECTED));
    var open = added(capture(OperationKey.capture(booking()), NOW));

    assertThat(in(() -> operations().done(NOW, until)))
        .contains(ended)
        .doesNotContain(later, failed, open);
    assertThat(in(() -> operations().done(Step.CAPTURE, NOW, until))).contains(ended);
    assertThat(in(() -> operations().done(Step.PAY_OUT, NOW, until))).doesNotContain(ended);
  }

  private PaymentOperation ended(State state) {
    return updated(answered(added(capture(OperationKey.capture(booking()), NOW)), state));
  }

  @Test
  default void a_key_is_stored_once() {
    var operation = added(capture(OperationKey.capture(booking()), NOW));

    assertThatThrownBy(() -> added(operation)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void update_moves_the_version_on_and_refuses_a_stale_one() {
    var sent = added(capture(OperationKey.capture(booking()), NOW));
    var done = answered(sent, new State.Done(NOW, REFERENCE));

    assertThat(updated(done).version()).isEqualTo(1);

    assertThatThrownBy(() -> updated(done)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void the_latest_is_of_the_highest_number_and_then_of_the_last_attempt() {
    var booking = booking();
    var first = OperationKey.refund(booking, 1);
    var second = OperationKey.refund(booking, 2);
    var subject = first.subject();
    assertThat(in(() -> operations().latest(subject, Step.REFUND))).isEmpty();

    added(refund(second));
    added(refund(first));
    added(refund(second.next()));
    added(refund(first.next().next()));

    assertThat(in(() -> operations().latest(subject, Step.REFUND)))
        .map(PaymentOperation::key)
        .contains(second.next());
    assertThat(in(() -> operations().latest(subject, Step.CAPTURE))).isEmpty();
  }

  @Test
  default void sent_are_those_of_the_subject_that_have_no_answer_oldest_first() {
    var booking = booking();
    var answered = added(capture(OperationKey.capture(booking), NOW));
    updated(answered(answered, new State.Done(NOW, REFERENCE)));
    var older = added(refund(OperationKey.refund(booking, 1)));
    var newer = added(refund(OperationKey.refund(booking, 2)));
    var another = added(capture(OperationKey.capture(booking()), NOW));

    assertThat(in(() -> operations().sent(older.key().subject()))).containsExactly(older, newer);
    assertThat(in(() -> operations().sent(another.key().subject()))).containsExactly(another);
  }

  @Test
  default void a_lease_is_of_what_is_open_and_due_oldest_first() {
    var younger = added(capture(OperationKey.capture(booking()), NOW));
    var older = added(capture(OperationKey.capture(booking()), NOW.minusSeconds(5)));
    var notDue = added(capture(OperationKey.capture(booking()), NOW.plusSeconds(1)));
    var ended = added(capture(OperationKey.capture(booking()), NOW.minusSeconds(9)));
    updated(answered(ended, new State.Done(NOW, REFERENCE)));

    assertThat(lease(NOW.plus(LEASE), 1_000))
        .extracting(PaymentOperation::key)
        .containsSubsequence(older.key(), younger.key())
        .doesNotContain(notDue.key(), ended.key());
  }

  @Test
  default void what_is_leased_is_not_leased_again_before_the_lease_ends() {
    var operation = added(capture(OperationKey.capture(booking()), NOW));
    var due = NOW.plus(LEASE);

    var leased = only(operation, lease(due, 1_000));

    assertThat(leased).isEqualTo(stored(operation));
    assertThat(leased.checks()).isEqualTo(1);
    assertThat(leased.nextCheckAt()).isEqualTo(due.plus(LEASE));
    assertThat(lease(due.plus(LEASE).minusMillis(1), 1_000))
        .extracting(PaymentOperation::key)
        .doesNotContain(operation.key());
    assertThat(only(operation, lease(due.plus(LEASE), 1_000)).checks()).isEqualTo(2);
  }

  @Test
  default void what_is_asked_about_payers_is_kept_as_it_was_asked() {
    var user = new UserId(UUID.randomUUID());
    var method = new SavedMethodId(UUID.randomUUID());
    var customer = new GatewayReference("cus_1");
    var kept = new PaymentMethod("pm_1", Optional.of(customer));

    for (var operation :
        List.of(
            PaymentOperation.sent(OperationKey.openPayer(user), new OfPayer.Open(), NOW),
            PaymentOperation.sent(
                OperationKey.saveMethod(method),
                new OfPayer.Save(customer, new PaymentMethod("sbx_ok")),
                NOW),
            PaymentOperation.sent(
                OperationKey.removeMethod(method), new OfPayer.Remove(customer, REFERENCE), NOW),
            PaymentOperation.sent(
                OperationKey.forgetPayer(user), new OfPayer.Forget(customer), NOW),
            PaymentOperation.sent(
                OperationKey.capture(booking()), new Request.Capture(cad(8_475), kept), NOW))) {
      assertThat(stored(added(operation))).isEqualTo(operation);
    }
  }

  @Test
  default void a_lease_takes_no_more_than_it_was_asked_to() {
    added(capture(OperationKey.capture(booking()), NOW));
    added(capture(OperationKey.capture(booking()), NOW));

    assertThat(lease(NOW.plus(LEASE), 1)).hasSize(1);
  }

  @Test
  default void whoever_has_leased_an_operation_can_store_its_answer() {
    var operation = added(capture(OperationKey.capture(booking()), NOW));
    var leased = only(operation, lease(NOW.plus(LEASE), 1_000));

    assertThat(updated(answered(leased, new State.Done(NOW, REFERENCE))).isOpen()).isFalse();
  }

  private PaymentOperation stored(PaymentOperation operation) {
    return find(operation.key()).orElseThrow();
  }

  private static PaymentOperation only(PaymentOperation operation, List<PaymentOperation> leased) {
    return leased.stream().filter(it -> it.key().equals(operation.key())).findFirst().orElseThrow();
  }

  private static PaymentOperation capture(OperationKey key, Instant now) {
    return PaymentOperation.sent(
        key, new Request.Capture(cad(8_475), new PaymentMethod("sbx_ok")), now);
  }

  private static PaymentOperation refund(OperationKey key) {
    return PaymentOperation.sent(key, new Request.Refund(REFERENCE, cad(100)), NOW);
  }

  private static PaymentOperation answered(PaymentOperation operation, State answer) {
    return operation.answered(answer).orElseThrow();
  }

  @CanIgnoreReturnValue
  private List<PaymentOperation> lease(Instant now, int most) {
    return in(() -> operations().lease(now, most));
  }

  private Optional<PaymentOperation> find(OperationKey key) {
    return in(() -> operations().find(key));
  }

  @CanIgnoreReturnValue
  private PaymentOperation added(PaymentOperation operation) {
    return in(
        () -> {
          operations().add(operation);
          return operation;
        });
  }

  @CanIgnoreReturnValue
  private PaymentOperation updated(PaymentOperation operation) {
    return in(
        () -> {
          operations().update(operation);
          return stored(operation, operations());
        });
  }

  private static PaymentOperation stored(PaymentOperation operation, PaymentOperations operations) {
    return operations.find(operation.key()).orElseThrow();
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
