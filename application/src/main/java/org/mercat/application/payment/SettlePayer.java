package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.payment.port.Payers;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.OfPayer;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.payment.SavedMethod;

/**
 * The part of {@link SettleOperation} about what the gateway keeps of payers, inside its unit of
 * work.
 */
public final class SettlePayer {

  private final Payers payers;
  private final SavedMethods methods;
  private final PaymentOperations operations;
  private final EventOutbox outbox;
  private final InstantSource marketClock;
  private final InstantSource systemClock;

  public SettlePayer(
      Payers payers,
      SavedMethods methods,
      PaymentOperations operations,
      EventOutbox outbox,
      InstantSource marketClock,
      InstantSource systemClock) {
    this.payers = payers;
    this.methods = methods;
    this.operations = operations;
    this.outbox = outbox;
    this.marketClock = marketClock;
    this.systemClock = systemClock;
  }

  public void handle(PaymentOperation settled) {
    var now = marketClock.instant();
    switch (settled.request()) {
      case OfPayer.Open _ when settled.state() instanceof State.Done(_, var customer) ->
          opened(settled.key(), customer, now);
      case OfPayer.Save _ -> setUp(settled, now);
      default -> {
        // Of what is removed and forgotten nothing is left to be changed.
      }
    }
  }

  private void opened(OperationKey key, GatewayReference customer, Instant now) {
    payers
        .find(key.payer())
        .flatMap(payer -> payer.opened(customer, now))
        .ifPresent(
            change -> {
              payers.update(change.payer());
              outbox.append(change.event());
              if (change.payer().forgotten()) {
                operations.add(forgetting(key, customer));
              }
            });
  }

  /** Of somebody who has gone while the customer was being opened. */
  private PaymentOperation forgetting(OperationKey key, GatewayReference customer) {
    return PaymentOperation.sent(
        OperationKey.forgetPayer(key.payer()), new OfPayer.Forget(customer), systemClock.instant());
  }

  private void setUp(PaymentOperation settled, Instant now) {
    var method =
        methods
            .find(settled.key().savedMethod())
            .orElseThrow(() -> new IllegalStateException("no method " + settled.key().text()));
    switch (settled.state()) {
      case State.Done(_, var token) -> saved(method, token, now);
      case State.Failed(_, var why) -> method.refused(why, now).ifPresent(methods::update);
      case State.Sent _, State.Unanswered _, State.Waiting _ -> {
        // Its end is still to come.
      }
    }
  }

  /** What was taken away before the gateway had it is taken away from the gateway. */
  private void saved(SavedMethod method, GatewayReference token, Instant now) {
    var isFirst = methods.preferred(method.owner()).isEmpty();
    method
        .saved(token, isFirst, now)
        .ifPresentOrElse(
            change -> {
              methods.update(change.method());
              outbox.append(change.event());
            },
            () -> operations.add(removal(method, token)));
  }

  private PaymentOperation removal(SavedMethod method, GatewayReference token) {
    return PaymentOperation.sent(
        OperationKey.removeMethod(method.id()),
        new OfPayer.Remove(method.payer(), token),
        systemClock.instant());
  }
}
