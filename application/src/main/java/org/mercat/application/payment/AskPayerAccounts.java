package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PayerAccounts.SetupView;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.OfPayer;
import org.mercat.domain.payment.PaymentOperation.State;

/** The part of {@link AskGateway} about what the gateway keeps of payers. */
public final class AskPayerAccounts {

  private final PayerAccounts accounts;
  private final InstantSource systemClock;

  public AskPayerAccounts(PayerAccounts accounts, InstantSource systemClock) {
    this.accounts = accounts;
    this.systemClock = systemClock;
  }

  /** What the gateway says of an operation that is about a payer. */
  public State handle(PaymentOperation operation) {
    var now = systemClock.instant();
    return switch (operation.state()) {
      case State.Waiting(_, var setup, _) ->
          accounts.setup(setup).stateAt(now, view -> view.stateAt(now));
      case State.Sent _, State.Unanswered _ ->
          operation.mayRepeat(now) ? call(operation, now) : lookUp(operation, now);
      case State.Done _, State.Failed _ -> operation.state();
    };
  }

  private State call(PaymentOperation operation, Instant now) {
    return switch (asked(operation)) {
      case OfPayer.Open _ ->
          accounts
              .open(operation.key())
              .stateAt(now, payer -> new State.Done(now, payer.reference()));
      case OfPayer.Save(var payer, var method) ->
          accounts.save(operation.key(), payer, method).stateAt(now, view -> view.stateAt(now));
      case OfPayer.Remove(var payer, var method) -> remove(payer, method, now);
      case OfPayer.Forget(var payer) -> forget(payer, now);
    };
  }

  private State lookUp(PaymentOperation operation, Instant now) {
    OperationKey key = operation.key();
    return switch (asked(operation)) {
      case OfPayer.Open _ ->
          accounts
              .findPayer(key)
              .stateAt(
                  now,
                  found ->
                      found
                          .<State>map(payer -> new State.Done(now, payer.reference()))
                          .orElseGet(() -> neverArrived(now)));
      case OfPayer.Save(var payer, _) ->
          accounts
              .findSetup(key, payer)
              .stateAt(
                  now,
                  found ->
                      found
                          .map((SetupView view) -> view.stateAt(now))
                          .orElseGet(() -> neverArrived(now)));
      case OfPayer.Remove(var payer, var method) -> remove(payer, method, now);
      case OfPayer.Forget(var payer) -> forget(payer, now);
    };
  }

  private State remove(GatewayReference payer, GatewayReference method, Instant now) {
    return accounts.remove(payer, method).stateAt(now, it -> new State.Done(now, it));
  }

  private State forget(GatewayReference payer, Instant now) {
    return accounts.forget(payer).stateAt(now, it -> new State.Done(now, it));
  }

  private static State neverArrived(Instant now) {
    return new State.Failed(now, FailureCode.NEVER_ARRIVED);
  }

  private static OfPayer asked(PaymentOperation operation) {
    if (operation.request() instanceof OfPayer asked) {
      return asked;
    }
    throw new IllegalArgumentException("not about a payer: " + operation.key().text());
  }
}
