package org.mercat.persistence.payment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request;
import org.mercat.domain.payment.PaymentOperation.Request.OfPayer;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Money;

/** Table {@code payment_operation}, column for component. */
record PaymentOperationRow(
    String subjectKind,
    UUID subjectId,
    Step step,
    int number,
    int attempt,
    @Nullable Long amountMinor,
    @Nullable String currency,
    @Nullable String method,
    @Nullable String capturedReference,
    @Nullable String transferReference,
    @Nullable String payeeReference,
    @Nullable String payerReference,
    @Nullable String businessName,
    @Nullable String country,
    @Nullable String email,
    StateCode state,
    Instant stateAt,
    @Nullable String cause,
    @Nullable String reference,
    @Nullable Boolean payerMustAct,
    @Nullable FailureCode failure,
    Instant firstSentAt,
    int checks,
    Instant nextCheckAt,
    long version) {

  enum StateCode {
    SENT,
    UNANSWERED,
    WAITING,
    DONE,
    FAILED
  }

  private static final int LONGEST_CAUSE = 1_000;

  /** The columns of the request. */
  private record Asked(
      @Nullable Money amount,
      @Nullable String method,
      @Nullable String captured,
      @Nullable String transfer,
      @Nullable String payee,
      @Nullable String payer,
      @Nullable String businessName,
      @Nullable String country,
      @Nullable String email) {

    static Asked of(Request request) {
      return switch (request) {
        case Request.Capture(var amount, var method) ->
            new Asked(amount, method.token(), null, null, null, payer(method), null, null, null);
        case Request.Refund(var payment, var amount) ->
            new Asked(amount, null, payment.value(), null, null, null, null, null, null);
        case Request.OpenPayee(var name, var country, var email) ->
            new Asked(null, null, null, null, null, null, name, country, email);
        case Request.Transfer(var payee, var payment, var amount) ->
            new Asked(amount, null, payment.value(), null, payee.value(), null, null, null, null);
        case Request.Reverse(var transfer, var amount) ->
            new Asked(amount, null, null, transfer.value(), null, null, null, null, null);
        case Request.PayOut(var payee, var amount) ->
            new Asked(amount, null, null, null, payee.value(), null, null, null, null);
        case OfPayer.Open _ -> ofPayer(null, null);
        case OfPayer.Save(var payer, var method) -> ofPayer(method.token(), payer);
        case OfPayer.Remove(var payer, var method) -> ofPayer(method.value(), payer);
        case OfPayer.Forget(var payer) -> ofPayer(null, payer);
      };
    }

    private static Asked ofPayer(@Nullable String method, @Nullable GatewayReference payer) {
      var reference = payer == null ? null : payer.value();
      return new Asked(null, method, null, null, null, reference, null, null, null);
    }

    private static @Nullable String payer(PaymentMethod method) {
      return method.payer().map(GatewayReference::value).orElse(null);
    }
  }

  /** The columns of the answer. */
  private record Known(
      StateCode code,
      @Nullable String cause,
      @Nullable String reference,
      @Nullable Boolean payerMustAct,
      @Nullable FailureCode failure) {

    static Known of(State state) {
      return switch (state) {
        case State.Sent _ -> new Known(StateCode.SENT, null, null, null, null);
        case State.Unanswered(_, var cause) ->
            new Known(StateCode.UNANSWERED, shortened(cause), null, null, null);
        case State.Waiting(_, var reference, var payerMustAct) ->
            new Known(StateCode.WAITING, null, reference.value(), payerMustAct, null);
        case State.Done(_, var reference) ->
            new Known(StateCode.DONE, null, reference.value(), null, null);
        case State.Failed(_, var why) -> new Known(StateCode.FAILED, null, null, null, why);
      };
    }

    private static String shortened(String cause) {
      return cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE));
    }
  }

  static PaymentOperationRow of(PaymentOperation operation) {
    var key = operation.key();
    var asked = Asked.of(operation.request());
    var known = Known.of(operation.state());
    var amount = asked.amount();
    return new PaymentOperationRow(
        key.subject().kind(),
        key.subject().id(),
        key.step(),
        key.number(),
        key.attempt(),
        amount == null ? null : amount.minor(),
        amount == null ? null : amount.currency().getCurrencyCode(),
        asked.method(),
        asked.captured(),
        asked.transfer(),
        asked.payee(),
        asked.payer(),
        asked.businessName(),
        asked.country(),
        asked.email(),
        known.code(),
        operation.state().at(),
        known.cause(),
        known.reference(),
        known.payerMustAct(),
        known.failure(),
        operation.firstSentAt(),
        operation.checks(),
        operation.nextCheckAt(),
        operation.version());
  }

  PaymentOperation toDomain() {
    var key = new OperationKey(new Subject(subjectKind, subjectId), step, number, attempt);
    return new PaymentOperation(
        key, request(), answer(), firstSentAt, checks, nextCheckAt, version);
  }

  private Request request() {
    return switch (step) {
      case CAPTURE -> new Request.Capture(amount(), paidWith());
      case REFUND -> new Request.Refund(reference(capturedReference), amount());
      case OPEN_PAYEE ->
          new Request.OpenPayee(
              requireNonNull(businessName), requireNonNull(country), requireNonNull(email));
      case TRANSFER ->
          new Request.Transfer(reference(payeeReference), reference(capturedReference), amount());
      case REVERSE -> new Request.Reverse(reference(transferReference), amount());
      case PAY_OUT -> new Request.PayOut(reference(payeeReference), amount());
      case OPEN_PAYER -> new OfPayer.Open();
      case SAVE_METHOD -> new OfPayer.Save(reference(payerReference), token());
      case REMOVE_METHOD -> new OfPayer.Remove(reference(payerReference), reference(method));
      case FORGET_PAYER -> new OfPayer.Forget(reference(payerReference));
    };
  }

  /** What is to be kept is nobody's yet. */
  private PaymentMethod token() {
    return new PaymentMethod(requireNonNull(method));
  }

  private PaymentMethod paidWith() {
    return new PaymentMethod(
        requireNonNull(method), Optional.ofNullable(payerReference).map(GatewayReference::new));
  }

  private State answer() {
    return switch (state) {
      case SENT -> new State.Sent(stateAt);
      case UNANSWERED -> new State.Unanswered(stateAt, requireNonNull(cause));
      case WAITING ->
          new State.Waiting(stateAt, reference(reference), requireNonNull(payerMustAct));
      case DONE -> new State.Done(stateAt, reference(reference));
      case FAILED -> new State.Failed(stateAt, requireNonNull(failure));
    };
  }

  private static GatewayReference reference(@Nullable String text) {
    return new GatewayReference(requireNonNull(text));
  }

  private Money amount() {
    return Money.of(requireNonNull(amountMinor), requireNonNull(currency));
  }
}
