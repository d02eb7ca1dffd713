package org.mercat.application.payment;

import java.util.Optional;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.BookingParties.Parties;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PayerActions.PayerAction;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.shared.Permission;

/**
 * How far the last payment of a booking has come, and what its client has to do for it. The next
 * step is read from the gateway each time and kept nowhere: whoever has it may act for the payer.
 */
public final class PaymentProgress {

  public record Query(Caller caller, BookingId booking) {}

  /** How far it has come. */
  public sealed interface Progress {
    /**
     * The payer has to act.
     *
     * @param action empty when the gateway has gone on in this moment; an event will tell
     */
    record RequiresAction(Optional<PayerAction> action) implements Progress {}

    /** Asked for, and not ended. */
    record Processing() implements Progress {}

    record Succeeded() implements Progress {}

    record Failed(FailureCode why) implements Progress {}
  }

  /** What was found. */
  public sealed interface Outcome {
    record Found(Progress progress) implements Outcome {}

    /** It is the client's, or was denied to the caller. */
    record Forbidden() implements Outcome {}

    /** There is no such booking, the caller has no part in it, or nobody has paid yet. */
    record NotFound() implements Outcome {}

    /** The gateway does not answer. */
    record Unavailable() implements Outcome {}
  }

  /** What our own records say: the answer, or what the gateway has to be asked about. */
  private sealed interface Known {
    record Answer(Outcome outcome) implements Known {}

    record WaitsForPayer(GatewayReference payment) implements Known {}
  }

  private final Access access;
  private final BookingParties parties;
  private final PaymentOperations operations;
  private final PayerActions actions;
  private final UnitOfWork unitOfWork;

  public PaymentProgress(
      Access access,
      BookingParties parties,
      PaymentOperations operations,
      PayerActions actions,
      UnitOfWork unitOfWork) {
    this.access = access;
    this.parties = parties;
    this.operations = operations;
    this.actions = actions;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.BOOKING_OWN)) {
      return new Outcome.Forbidden();
    }
    var known =
        unitOfWork.run(
            () ->
                parties
                    .of(query.booking())
                    .map(concerned -> known(concerned, query))
                    .orElseGet(PaymentProgress::nothing));
    return switch (known) {
      case Known.Answer(var outcome) -> outcome;
      case Known.WaitsForPayer(var payment) -> asked(payment);
    };
  }

  private Known known(Parties concerned, Query query) {
    if (!access.owns(query.caller(), concerned.client())) {
      return access.takesPart(query.caller(), concerned.persons())
          ? new Known.Answer(new Outcome.Forbidden())
          : nothing();
    }
    return operations
        .latest(BookingEvent.subject(query.booking()), Step.CAPTURE)
        .map(PaymentProgress::known)
        .orElseGet(PaymentProgress::nothing);
  }

  private static Known known(PaymentOperation capture) {
    return switch (capture.state()) {
      case State.Waiting(_, var payment, var payerMustAct) when payerMustAct ->
          new Known.WaitsForPayer(payment);
      case State.Sent _, State.Unanswered _, State.Waiting _ -> found(new Progress.Processing());
      case State.Done _ -> found(new Progress.Succeeded());
      case State.Failed(_, var why) -> found(new Progress.Failed(why));
    };
  }

  private Outcome asked(GatewayReference payment) {
    return actions.of(payment) instanceof PaymentGateway.Outcome.Done<Optional<PayerAction>> done
        ? new Outcome.Found(new Progress.RequiresAction(done.value()))
        : new Outcome.Unavailable();
  }

  private static Known found(Progress progress) {
    return new Known.Answer(new Outcome.Found(progress));
  }

  private static Known nothing() {
    return new Known.Answer(new Outcome.NotFound());
  }
}
