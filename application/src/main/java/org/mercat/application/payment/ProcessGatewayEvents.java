package org.mercat.application.payment;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayReference;

/**
 * Acts on what the gateway has told us. An event is only a hint: the object is read again, so that
 * doubles, gaps and any order lead to the same end. Run by a job.
 */
public final class ProcessGatewayEvents {

  private static final System.Logger LOG = System.getLogger(ProcessGatewayEvents.class.getName());
  private static final int BATCH = 50;
  private static final int MOST_BATCHES = 20;
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final GatewayInbox inbox;
  private final PaymentGateway gateway;
  private final SettleOperation settleOperation;
  private final Payees payees;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;
  private final InstantSource systemClock;

  public ProcessGatewayEvents(
      GatewayInbox inbox,
      PaymentGateway gateway,
      SettleOperation settleOperation,
      Payees payees,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock,
      InstantSource systemClock) {
    this.inbox = inbox;
    this.gateway = gateway;
    this.settleOperation = settleOperation;
    this.payees = payees;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
    this.systemClock = systemClock;
  }

  /**
   * Goes on until nothing more is due, or nothing at all can be done: a gateway that does not
   * answer is left alone for a while. Returns how many messages have been looked at, 1,000 at the
   * most.
   */
  public int handle() {
    var lookedAt = 0;
    for (var batch = 0; batch < MOST_BATCHES; batch++) {
      var due = unitOfWork.run(() -> inbox.lease(systemClock.instant(), BATCH));
      var processed = due.stream().filter(this::process).count();
      lookedAt += due.size();
      if (due.size() < BATCH || processed == 0) {
        break;
      }
    }
    return lookedAt;
  }

  /** One poisoned message must not keep the others from being processed. */
  private boolean process(Message message) {
    var processed = false;
    try {
      processed = act(message);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "event " + message.event() + " is to be tried again", failure);
    }
    if (processed) {
      end(() -> inbox.done(message, systemClock.instant()));
    } else {
      end(() -> inbox.failed(message, systemClock.instant().plus(RETRY)));
    }
    return processed;
  }

  private boolean act(Message message) {
    var object = message.object().map(GatewayReference::new);
    return switch (message.kind()) {
      case PAYMENT_CHANGED -> settled(gateway.payment(object.orElseThrow()));
      case REFUND_CHANGED -> settled(gateway.refund(object.orElseThrow()));
      case PAYEE_CHANGED -> seen(gateway.payee(object.orElseThrow()));
      case TRANSFER_CHANGED -> settled(gateway.transfer(object.orElseThrow()));
      case PAYOUT_CHANGED -> settled(gateway.payout(object.orElseThrow()));
      case IGNORED -> true;
    };
  }

  private <V extends View> boolean settled(Outcome<V> read) {
    if (!(read instanceof Outcome.Done<V>(var view, _))) {
      return false;
    }
    var command = new SettleOperation.Command(view.key(), view.stateAt(systemClock.instant()));
    return switch (settleOperation.handle(command)) {
      case SettleOperation.Outcome.Succeeded _,
          SettleOperation.Outcome.Failed _,
          SettleOperation.Outcome.Open _ ->
          true;
      case SettleOperation.Outcome.UnknownOperation _ -> false;
    };
  }

  private boolean seen(Outcome<PayeeView> read) {
    if (!(read instanceof Outcome.Done<PayeeView>(var view, _))) {
      return false;
    }
    end(
        () ->
            payees
                .find(view.key().provider())
                .flatMap(
                    payee ->
                        payee.seen(
                            view.detailsSubmitted(), view.payoutsEnabled(), marketClock.instant()))
                .ifPresent(
                    change -> {
                      payees.update(change.payee());
                      outbox.append(change.event());
                    }));
    return true;
  }

  private void end(Runnable work) {
    var done =
        SecondTry.at(
            () ->
                unitOfWork.run(
                    () -> {
                      work.run();
                      return Boolean.TRUE;
                    }));
    assert done;
  }
}
