package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payee;

/**
 * Takes over what the gateway says of the account of a payee now. One that the gateway does not
 * show any more has ended: the provider has parted with the market there, or the account is closed.
 */
public final class SeePayee {

  public record Command(GatewayReference account) {}

  /** What came of it. */
  public enum Outcome {
    SEEN,
    /** It is an account of nobody here. */
    UNKNOWN_ACCOUNT,
    /** The gateway does not answer. */
    NOT_NOW
  }

  private final Payees payees;
  private final PaymentGateway gateway;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public SeePayee(
      Payees payees,
      PaymentGateway gateway,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.payees = payees;
    this.gateway = gateway;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Command command) {
    var account = command.account();
    return switch (gateway.payee(account)) {
      case PaymentGateway.Outcome.Done<PayeeView>(var view, _) ->
          SecondTry.at(() -> unitOfWork.run(() -> seen(view)));
      case PaymentGateway.Outcome.Rejected<PayeeView>(var why, _)
          when why == FailureCode.NOT_FOUND ->
          SecondTry.at(() -> unitOfWork.run(() -> ended(account)));
      case PaymentGateway.Outcome.Rejected<PayeeView> _,
          PaymentGateway.Outcome.Declined<PayeeView> _,
          PaymentGateway.Outcome.Busy<PayeeView> _,
          PaymentGateway.Outcome.Unknown<PayeeView> _ ->
          Outcome.NOT_NOW;
    };
  }

  /** An account that another one has taken the place of is of no interest any more. */
  private Outcome seen(PayeeView view) {
    var payee = payees.find(view.key().provider());
    return stored(
        payee,
        payee
            .filter(it -> it.reference().filter(own -> !own.equals(view.reference())).isEmpty())
            .flatMap(it -> it.seen(view.detailsSubmitted(), view.payoutsEnabled(), now())));
  }

  private Outcome ended(GatewayReference account) {
    var payee = payees.findByAccount(account);
    return stored(payee, payee.flatMap(it -> it.ended(now())));
  }

  private Outcome stored(Optional<Payee> payee, Optional<Payee.Change> change) {
    change.ifPresent(
        next -> {
          payees.update(next.payee());
          outbox.append(next.event());
        });
    return payee.isPresent() ? Outcome.SEEN : Outcome.UNKNOWN_ACCOUNT;
  }

  private Instant now() {
    return marketClock.instant();
  }
}
