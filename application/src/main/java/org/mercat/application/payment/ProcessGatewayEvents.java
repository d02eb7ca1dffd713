package org.mercat.application.payment;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PayerAccounts.SetupView;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation;

/**
 * Acts on what the gateway has told us. An event is only a hint: the object is read again, so that
 * doubles, gaps and any order lead to the same end. Run by a job.
 */
public final class ProcessGatewayEvents {

  private static final System.Logger LOG = System.getLogger(ProcessGatewayEvents.class.getName());
  private static final int BATCH = 50;
  private static final int MOST_BATCHES = 20;

  /** How long a gateway that does not answer is left alone. */
  private static final Duration UNANSWERED = Duration.ofSeconds(30);

  /** How long a refund of ours is given to come to its end, before its payment is read again. */
  private static final Duration REFUND_UNDER_WAY = Duration.ofMinutes(15);

  private enum Processed {
    DONE,
    FAILED,
    UNANSWERED,
    MUCH_LATER
  }

  private final GatewayInbox inbox;
  private final PaymentGateway gateway;
  private final PayerAccounts payerAccounts;
  private final SettleOperation settleOperation;
  private final TakeUpRefund takeUpRefund;
  private final SeePayee seePayee;
  private final FollowDispute followDispute;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public ProcessGatewayEvents(
      GatewayInbox inbox,
      PaymentGateway gateway,
      PayerAccounts payerAccounts,
      SettleOperation settleOperation,
      TakeUpRefund takeUpRefund,
      SeePayee seePayee,
      FollowDispute followDispute,
      UnitOfWork unitOfWork,
      InstantSource systemClock) {
    this.inbox = inbox;
    this.gateway = gateway;
    this.payerAccounts = payerAccounts;
    this.settleOperation = settleOperation;
    this.takeUpRefund = takeUpRefund;
    this.seePayee = seePayee;
    this.followDispute = followDispute;
    this.unitOfWork = unitOfWork;
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
    var processed = Processed.FAILED;
    try {
      processed = act(message);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "event " + message.event() + " is to be tried again", failure);
    }
    switch (processed) {
      case DONE -> end(() -> inbox.done(message, systemClock.instant()));
      case FAILED -> end(() -> inbox.failed(message, systemClock.instant()));
      case UNANSWERED -> later(message, UNANSWERED);
      case MUCH_LATER -> later(message, REFUND_UNDER_WAY);
    }
    return processed == Processed.DONE;
  }

  private void later(Message message, Duration wait) {
    end(() -> inbox.postponed(message, systemClock.instant().plus(wait)));
  }

  private Processed act(Message message) {
    var object = message.object().map(GatewayReference::new);
    return switch (message.kind()) {
      case PAYMENT_CHANGED -> paid(object.orElseThrow());
      case REFUND_CHANGED -> settled(gateway.refund(object.orElseThrow()));
      case PAYEE_CHANGED -> seen(object.orElseThrow());
      case TRANSFER_CHANGED -> settled(gateway.transfer(object.orElseThrow()));
      case PAYOUT_CHANGED -> settled(gateway.payout(object.orElseThrow()));
      case DISPUTE_CHANGED -> followed(new FollowDispute.Command.Dispute(object.orElseThrow()));
      case FRAUD_WARNED -> followed(new FollowDispute.Command.Warning(object.orElseThrow()));
      case METHOD_CHANGED -> setUp(payerAccounts.setup(object.orElseThrow()));
      case IGNORED -> Processed.DONE;
    };
  }

  /** A payment is settled first, and then compared with the refunds that were asked for. */
  private Processed paid(GatewayReference payment) {
    var readAt = systemClock.instant();
    var read = gateway.payment(payment);
    var processed = settled(read);
    return read instanceof Outcome.Done<PaymentView>(var view, _) && processed == Processed.DONE
        ? compared(view, readAt)
        : processed;
  }

  private Processed compared(PaymentView view, Instant readAt) {
    if (!view.refunded().isPositive()) {
      return Processed.DONE;
    }
    var command =
        new TakeUpRefund.Command(view.key().booking(), view.reference(), view.refunded(), readAt);
    return switch (takeUpRefund.handle(command)) {
      case TAKEN_UP, NOTHING_NEW -> Processed.DONE;
      case LATER -> Processed.MUCH_LATER;
    };
  }

  private <V extends View> Processed settled(Outcome<V> read) {
    if (!(read instanceof Outcome.Done<V>(var view, _))) {
      return unread(read);
    }
    return settled(view.key(), view.stateAt(systemClock.instant()));
  }

  private Processed setUp(Outcome<SetupView> read) {
    return read instanceof Outcome.Done<SetupView>(var view, _)
        ? settled(view.key(), view.stateAt(systemClock.instant()))
        : unread(read);
  }

  private Processed settled(OperationKey key, PaymentOperation.State answer) {
    return switch (settleOperation.handle(new SettleOperation.Command(key, answer))) {
      case SettleOperation.Outcome.Succeeded _,
          SettleOperation.Outcome.Failed _,
          SettleOperation.Outcome.Open _ ->
          Processed.DONE;
      case SettleOperation.Outcome.UnknownOperation _ -> Processed.FAILED;
    };
  }

  private Processed seen(GatewayReference account) {
    return switch (seePayee.handle(new SeePayee.Command(account))) {
      case SEEN, UNKNOWN_ACCOUNT -> Processed.DONE;
      case NOT_NOW -> Processed.UNANSWERED;
    };
  }

  /** A gateway that does not answer is no fault of the message. */
  private static <V> Processed unread(Outcome<V> read) {
    return read instanceof Outcome.Unknown<V> || read instanceof Outcome.Busy<V>
        ? Processed.UNANSWERED
        : Processed.FAILED;
  }

  private Processed followed(FollowDispute.Command command) {
    return switch (followDispute.handle(command)) {
      case DONE -> Processed.DONE;
      case LATER -> Processed.FAILED;
    };
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
