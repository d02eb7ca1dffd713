package org.mercat.payments.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.FailureCode;

/** The payment methods of the sandbox; each says by its name what becomes of a payment. */
enum TestMethod {
  SBX_OK(Status.SUCCEEDED, Status.SUCCEEDED, Answer.AT_ONCE),
  SBX_DECLINED(FailureCode.CARD_DECLINED),
  SBX_INSUFFICIENT_FUNDS(FailureCode.INSUFFICIENT_FUNDS),
  SBX_REQUIRES_ACTION(Status.REQUIRES_ACTION, Status.SUCCEEDED, Answer.AT_ONCE),
  SBX_REFUND_PENDING(Status.SUCCEEDED, Status.PENDING, Answer.AT_ONCE),
  SBX_REFUND_FAILS(Status.SUCCEEDED, Status.FAILED, Answer.AT_ONCE),
  /** The first payout of its money to a bank is paid, and comes back. */
  SBX_PAYOUT_FAILS_AFTER_PAID(Status.SUCCEEDED, Status.SUCCEEDED, Answer.AT_ONCE),
  /** The payer contests it as soon as some of it has been passed on. */
  SBX_DISPUTE_LATER(Status.SUCCEEDED, Status.SUCCEEDED, Answer.AT_ONCE),
  SBX_TIMEOUT_AFTER_WORK(Status.SUCCEEDED, Status.SUCCEEDED, Answer.LOST),
  SBX_HOLD_ANSWER(Status.SUCCEEDED, Status.SUCCEEDED, Answer.HELD);

  /** What becomes of the answer to a payment that was made; a repeated call always gets one. */
  enum Answer {
    AT_ONCE,
    LOST,
    /** Kept back until it is released. */
    HELD
  }

  private final Status payment;
  private final Status refund;
  private final Answer answer;
  private final Optional<FailureCode> decline;

  TestMethod(Status payment, Status refund, Answer answer) {
    this.payment = payment;
    this.refund = refund;
    this.answer = answer;
    this.decline = Optional.empty();
  }

  TestMethod(FailureCode decline) {
    this.payment = Status.FAILED;
    this.refund = Status.FAILED;
    this.answer = Answer.AT_ONCE;
    this.decline = Optional.of(decline);
  }

  static Optional<TestMethod> of(String token) {
    return Arrays.stream(values()).filter(method -> method.token().equals(token)).findFirst();
  }

  /** What a client sends. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How a payment is answered at first. */
  Status payment() {
    return payment;
  }

  /** How a refund of such a payment is answered at first. */
  Status refund() {
    return refund;
  }

  Answer answer() {
    return answer;
  }

  /** Why a payment is declined, if it is. */
  Optional<FailureCode> decline() {
    return decline;
  }
}
