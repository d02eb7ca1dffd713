package org.mercat.application.payment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.domain.payment.Discrepancy.Kind;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.shared.Money;

/**
 * Compares what our books say of an operation with what it has moved at the gateway. Movements are
 * hints, as events are: what does not fit is read again before it is called wrong, for a refund may
 * have failed since, and a charge may be in another currency than the balance.
 */
public final class CompareOperation {

  /** Where to begin. */
  public sealed interface Query {
    /** With what has moved at the gateway. */
    record Moved(Movement movement) implements Query {}

    /** With what has ended well by our books. */
    record Ended(PaymentOperation operation) implements Query {}
  }

  private final PaymentGateway gateway;
  private final PaymentOperations operations;
  private final Payouts payouts;
  private final Ledger ledger;
  private final UnitOfWork unitOfWork;

  public CompareOperation(
      PaymentGateway gateway,
      PaymentOperations operations,
      Payouts payouts,
      Ledger ledger,
      UnitOfWork unitOfWork) {
    this.gateway = gateway;
    this.operations = operations;
    this.payouts = payouts;
    this.ledger = ledger;
    this.unitOfWork = unitOfWork;
  }

  /** Returns what does not fit; empty if all does. */
  public Optional<Discrepancy> handle(Query query) {
    return switch (query) {
      case Query.Moved(var movement) ->
          movement.key().map(key -> moved(movement, key)).orElseGet(() -> elsewhere(movement));
      case Query.Ended(var operation) -> ended(operation);
    };
  }

  /** A refund of our payment may be known all the same; all else that was not asked for is not. */
  private Optional<Discrepancy> elsewhere(Movement movement) {
    return switch (movement.kind()) {
      case REFUND, REFUND_FAILURE ->
          movement
              .payment()
              .map(payment -> refundedElsewhere(movement, payment))
              .orElseGet(() -> unasked(movement));
      case CHARGE, TRANSFER, REVERSAL, FEE, PAYOUT, DISPUTE, ADJUSTMENT -> unasked(movement);
    };
  }

  /** Compares all that has gone back of a payment; such a refund has no name of its own here. */
  private Optional<Discrepancy> refundedElsewhere(Movement movement, OperationKey payment) {
    var nothing = Money.zero(movement.amount().currency());
    var captured = unitOfWork.run(() -> operations.find(payment)).map(PaymentOperation::state);
    if (!(captured.orElse(null) instanceof State.Done(_, var reference))) {
      return unasked(movement);
    }
    var refunds = refunds(payment);
    var sure = sum(refunds.stream().filter(each -> each.state() instanceof State.Done), nothing);
    var most =
        sum(refunds.stream().filter(each -> !(each.state() instanceof State.Failed)), nothing);
    var back = read(gateway.payment(reference), nothing, PaymentGateway.PaymentView::refunded);
    if (back.compareTo(sure) >= 0 && back.compareTo(most) <= 0) {
      return Optional.empty();
    }
    var kind = back.compareTo(most) > 0 ? Kind.EXTRA_REFUND : Kind.MISSING_REFUND;
    return Optional.of(
        new Discrepancy(
            kind, movement.source(), Optional.of(payment), sure.negated(), back.negated()));
  }

  private List<PaymentOperation> refunds(OperationKey payment) {
    return unitOfWork.run(
        () ->
            Stream.iterate(1, number -> number + 1)
                .map(number -> operations.find(OperationKey.refund(payment.booking(), number)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList());
  }

  private static Money sum(Stream<PaymentOperation> some, Money nothing) {
    return some.map(CompareOperation::amount).reduce(nothing, Money::plus);
  }

  /** What is wrong with a movement that nobody here has asked for. */
  private static Optional<Discrepancy> unasked(Movement movement) {
    var kind =
        switch (movement.kind()) {
          case CHARGE -> Optional.of(Kind.EXTRA_CHARGE);
          case REFUND -> Optional.of(Kind.EXTRA_REFUND);
          case TRANSFER -> Optional.of(Kind.EXTRA_TRANSFER);
          case REVERSAL -> Optional.of(Kind.EXTRA_REVERSAL);
          case FEE -> Optional.of(Kind.MISSING_FEE);
          case DISPUTE -> Optional.of(Kind.UNPOSTED_DISPUTE);
          case REFUND_FAILURE, PAYOUT, ADJUSTMENT -> Optional.<Kind>empty();
        };
    return kind.map(each -> discrepancy(each, movement, Money.zero(movement.amount().currency())));
  }

  /** Compares the operation that a movement is of, unless its end is still to come. */
  private Optional<Discrepancy> moved(Movement movement, OperationKey key) {
    var operation = unitOfWork.run(() -> operations.find(key));
    if (operation.isEmpty() || hasMadeAnother(operation.get(), movement.source())) {
      return unasked(movement);
    }
    if (operation.get().isOpen() || booked(operation.get()).equals(movement.amount())) {
      return Optional.empty();
    }
    return compared(operation.get(), movement.source());
  }

  /** Whether the operation is known to have made something else: two charges are one too many. */
  private static boolean hasMadeAnother(PaymentOperation operation, GatewayReference source) {
    return operation.state() instanceof State.Done(_, var reference) && !reference.equals(source);
  }

  private Optional<Discrepancy> ended(PaymentOperation operation) {
    return operation.state() instanceof State.Done(_, var reference)
        ? compared(operation, reference)
        : Optional.empty();
  }

  private Optional<Discrepancy> compared(PaymentOperation operation, GatewayReference reference) {
    var step = operation.key().step();
    var booked = booked(operation);
    var atGateway = atGateway(operation, reference);
    if (booked.equals(atGateway)) {
      return Optional.empty();
    }
    var kind =
        step == Step.PAY_OUT
            ? Kind.FAILED_PAYOUT
            : atGateway.isZero()
                ? missing(step)
                : booked.isZero() ? extra(step) : Kind.WRONG_AMOUNT;
    return Optional.of(
        new Discrepancy(kind, reference, Optional.of(operation.key()), booked, atGateway));
  }

  /** By how much the operation has changed the money at the gateway by our books. */
  private Money booked(PaymentOperation operation) {
    var key = operation.key();
    var nothing = Money.zero(amount(operation).currency());
    return key.step() == Step.PAY_OUT
        ? paidOut(operation, nothing)
        : unitOfWork.run(() -> ledger.linesOf(key.booking())).stream()
            .filter(line -> line.account().equals(Account.GATEWAY_CLEARING))
            .filter(line -> isOf(line.transaction(), key))
            .map(Ledger.PostedLine::amount)
            .reduce(nothing, Money::plus);
  }

  /** What our books do not know to have come back is at the bank. */
  private Money paidOut(PaymentOperation operation, Money nothing) {
    return unitOfWork
        .run(() -> payouts.find(operation.key().payout()))
        .filter(payout -> payout.state() instanceof Payout.State.Failed)
        .map(_ -> nothing)
        .orElseGet(() -> amount(operation).negated());
  }

  private static boolean isOf(String entry, OperationKey key) {
    return entry.equals(key.text()) || entry.startsWith(key.text() + "/");
  }

  private Money atGateway(PaymentOperation operation, GatewayReference reference) {
    var nothing = Money.zero(amount(operation).currency());
    return switch (operation.request()) {
      case PaymentOperation.Request.Capture _ ->
          read(
              gateway.payment(reference),
              nothing,
              view -> view.status() == Status.SUCCEEDED ? view.amount() : nothing);
      case PaymentOperation.Request.Refund(var payment, var amount) ->
          reference.equals(payment)
              ? takenUp(payment, amount)
              : read(
                  gateway.refund(reference),
                  nothing,
                  view -> view.status() == Status.FAILED ? nothing : view.amount().negated());
      case PaymentOperation.Request.Transfer _ ->
          read(gateway.transfer(reference), nothing, view -> view.amount().negated());
      case PaymentOperation.Request.Reverse _ ->
          read(gateway.reversal(reference), nothing, PaymentGateway.ReversalView::amount);
      case PaymentOperation.Request.PayOut _ ->
          read(
              gateway.payout(reference),
              nothing,
              view -> view.status() == Status.FAILED ? nothing : view.amount().negated());
      case PaymentOperation.Request.OpenPayee _, PaymentOperation.Request.OfPayer _ -> nothing;
    };
  }

  /** A refund that was made elsewhere has no name of its own: it is a part of what went back. */
  private Money takenUp(GatewayReference payment, Money amount) {
    var nothing = Money.zero(amount.currency());
    return read(
        gateway.payment(payment),
        nothing,
        view -> view.refunded().compareTo(amount) < 0 ? nothing : amount.negated());
  }

  /**
   * What the gateway says of it; what it does not know has moved nothing.
   *
   * @throws PortUnavailable if it does not answer
   */
  private static <V> Money read(Outcome<V> outcome, Money nothing, Function<V, Money> moved) {
    return outcome instanceof Outcome.Rejected<V>(var why, _) && why == FailureCode.NOT_FOUND
        ? nothing
        : moved.apply(outcome.required());
  }

  private static Money amount(PaymentOperation operation) {
    return switch (operation.request()) {
      case PaymentOperation.Request.Capture(var amount, _) -> amount;
      case PaymentOperation.Request.Refund(_, var amount) -> amount;
      case PaymentOperation.Request.Transfer(_, _, var amount) -> amount;
      case PaymentOperation.Request.Reverse(_, var amount) -> amount;
      case PaymentOperation.Request.PayOut(_, var amount) -> amount;
      case PaymentOperation.Request.OpenPayee _, PaymentOperation.Request.OfPayer _ ->
          throw new IllegalArgumentException("moves no money: " + operation.key().text());
    };
  }

  private static Kind missing(Step step) {
    return switch (step) {
      case CAPTURE -> Kind.MISSING_CHARGE;
      case REFUND -> Kind.MISSING_REFUND;
      case TRANSFER -> Kind.MISSING_TRANSFER;
      case REVERSE -> Kind.MISSING_REVERSAL;
      case PAY_OUT -> Kind.FAILED_PAYOUT;
      case OPEN_PAYEE, OPEN_PAYER, SAVE_METHOD, REMOVE_METHOD, FORGET_PAYER ->
          throw new IllegalArgumentException("moves no money");
    };
  }

  private static Kind extra(Step step) {
    return switch (step) {
      case CAPTURE -> Kind.EXTRA_CHARGE;
      case REFUND -> Kind.EXTRA_REFUND;
      case TRANSFER -> Kind.EXTRA_TRANSFER;
      case REVERSE -> Kind.EXTRA_REVERSAL;
      case PAY_OUT, OPEN_PAYEE, OPEN_PAYER, SAVE_METHOD, REMOVE_METHOD, FORGET_PAYER ->
          throw new IllegalArgumentException("moves no money of ours");
    };
  }

  private static Discrepancy discrepancy(Kind kind, Movement movement, Money booked) {
    return new Discrepancy(kind, movement.source(), movement.key(), booked, movement.amount());
  }
}
