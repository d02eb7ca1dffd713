package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.Capture;
import org.mercat.domain.payment.PaymentOperation.Request.OfPayer;
import org.mercat.domain.payment.PaymentOperation.Request.OpenPayee;
import org.mercat.domain.payment.PaymentOperation.Request.PayOut;
import org.mercat.domain.payment.PaymentOperation.Request.Refund;
import org.mercat.domain.payment.PaymentOperation.Request.Reverse;
import org.mercat.domain.payment.PaymentOperation.Request.Transfer;
import org.mercat.domain.payment.PaymentOperation.State;

/**
 * The call of the gateway, with no unit of work open. The same operation is always asked for under
 * the same key, so that it happens once however often it is asked; a key so old that the gateway
 * may have forgotten it is only looked up.
 */
public final class AskGateway {

  private final PaymentGateway gateway;
  private final AskPayerAccounts askPayerAccounts;
  private final InstantSource systemClock;

  public AskGateway(
      PaymentGateway gateway, AskPayerAccounts askPayerAccounts, InstantSource systemClock) {
    this.gateway = gateway;
    this.askPayerAccounts = askPayerAccounts;
    this.systemClock = systemClock;
  }

  /** What the gateway says of the operation. */
  public State handle(PaymentOperation operation) {
    return switch (operation.state()) {
      case State.Waiting(_, var reference, _) -> read(operation, reference);
      case State.Sent _, State.Unanswered _ ->
          operation.mayRepeat(systemClock.instant()) ? call(operation) : lookUp(operation);
      case State.Done _, State.Failed _ -> operation.state();
    };
  }

  private State call(PaymentOperation operation) {
    var key = operation.key();
    return switch (operation.request()) {
      case Capture(var amount, var method) -> state(gateway.capture(key, amount, method));
      case Refund(var payment, var amount) -> state(gateway.refund(key, payment, amount));
      case OpenPayee(var name, var country, var email) ->
          state(gateway.openPayee(key, new PayeeProfile(name, country, email)));
      case Transfer(var payee, var payment, var amount) ->
          state(gateway.transfer(key, payee, amount, payment));
      case Reverse(var transfer, var amount) -> state(gateway.reverse(key, transfer, amount));
      case PayOut(var payee, var amount) -> state(gateway.payOut(key, payee, amount));
      case OfPayer _ -> askPayerAccounts.handle(operation);
    };
  }

  private State read(PaymentOperation operation, GatewayReference reference) {
    return switch (operation.key().step()) {
      case CAPTURE -> state(gateway.payment(reference));
      case REFUND -> state(gateway.refund(reference));
      case OPEN_PAYEE -> state(gateway.payee(reference));
      case TRANSFER -> state(gateway.transfer(reference));
      case REVERSE -> state(gateway.reversal(reference));
      case PAY_OUT -> state(gateway.payout(reference));
      case OPEN_PAYER, SAVE_METHOD, REMOVE_METHOD, FORGET_PAYER ->
          askPayerAccounts.handle(operation);
    };
  }

  private State lookUp(PaymentOperation operation) {
    var key = operation.key();
    return switch (operation.request()) {
      case Capture _ -> found(gateway.findPayment(key));
      case Refund _ -> found(gateway.findRefund(key));
      case OpenPayee _ -> found(gateway.findPayee(key));
      case Transfer _ -> found(gateway.findTransfer(key));
      case Reverse(var transfer, _) -> found(gateway.findReversal(key, transfer));
      case PayOut(var payee, _) -> found(gateway.findPayout(key, payee));
      case OfPayer _ -> askPayerAccounts.handle(operation);
    };
  }

  private <V extends View> State state(Outcome<V> outcome) {
    var now = systemClock.instant();
    return outcome.stateAt(now, view -> view.stateAt(now));
  }

  private <V extends View> State found(Outcome<Optional<V>> outcome) {
    var now = systemClock.instant();
    return outcome.stateAt(now, view -> found(view, now));
  }

  private static <V extends View> State found(Optional<V> view, Instant now) {
    return view.map(it -> it.stateAt(now))
        .orElseGet(() -> new State.Failed(now, FailureCode.NEVER_ARRIVED));
  }
}
