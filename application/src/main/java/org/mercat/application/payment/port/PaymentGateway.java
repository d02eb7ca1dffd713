package org.mercat.application.payment.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.shared.Money;

/**
 * Driven port: whoever moves the money. Never called inside a unit of work. Every command carries
 * an {@link OperationKey}: the gateway does its work at most once, and answers a repeated call as
 * it answered the first. Adapters never throw for what a gateway may answer. Every adapter must
 * pass {@code PaymentGatewayContract}.
 */
public interface PaymentGateway {

  /** What this gateway is, for people who start and watch the system. */
  String name();

  /** Takes the amount in full. */
  Outcome<PaymentView> capture(OperationKey key, Money amount, PaymentMethod method);

  /** Gives back a part of a payment, or all of it. */
  Outcome<RefundView> refund(OperationKey key, GatewayReference payment, Money amount);

  /** Opens the account by which a provider is paid out. */
  Outcome<PayeeView> openPayee(OperationKey key, PayeeProfile profile);

  /** A page of the gateway where the provider finishes the opening; secret in itself. */
  Outcome<OnboardingLink> onboardingLink(GatewayReference payee);

  /**
   * Passes money of a payment on to the account of a payee; all transfers of a payment together
   * never exceed it. It is {@link FailureCode#BALANCE_INSUFFICIENT} when the money is not there any
   * more, and {@link FailureCode#PAYEE_NOT_READY} when the account may not take it.
   */
  Outcome<TransferView> transfer(
      OperationKey key, GatewayReference payee, Money amount, GatewayReference payment);

  /**
   * Takes a part of a transfer back, or all of it; all reversals together never exceed it. It is
   * {@link FailureCode#BALANCE_INSUFFICIENT} when the payee has not that much any more.
   */
  Outcome<ReversalView> reverse(OperationKey key, GatewayReference transfer, Money amount);

  /** Pays money of a payee's account out to its bank. */
  Outcome<PayoutView> payOut(OperationKey key, GatewayReference payee, Money amount);

  // What the gateway knows; never guessed from our own records.

  Outcome<PaymentView> payment(GatewayReference payment);

  Outcome<RefundView> refund(GatewayReference refund);

  Outcome<PayeeView> payee(GatewayReference payee);

  Outcome<TransferView> transfer(GatewayReference transfer);

  Outcome<ReversalView> reversal(GatewayReference reversal);

  Outcome<PayoutView> payout(GatewayReference payout);

  /** The payment that was made under the key, if the call ever arrived. */
  Outcome<Optional<PaymentView>> findPayment(OperationKey key);

  Outcome<Optional<RefundView>> findRefund(OperationKey key);

  Outcome<Optional<PayeeView>> findPayee(OperationKey key);

  Outcome<Optional<TransferView>> findTransfer(OperationKey key);

  Outcome<Optional<ReversalView>> findReversal(OperationKey key, GatewayReference transfer);

  Outcome<Optional<PayoutView>> findPayout(OperationKey key, GatewayReference payee);

  /** The answer of a gateway, or that there was none. */
  sealed interface Outcome<T> {
    /**
     * It is done.
     *
     * @param replayed whether the gateway had done the work before
     */
    record Done<T>(T value, boolean replayed) implements Outcome<T> {}

    /** Nothing has moved, and the payer may try something else. */
    record Declined<T>(FailureCode why) implements Outcome<T> {}

    /** Nothing has moved; the request itself cannot be done. */
    record Rejected<T>(FailureCode why, String detail) implements Outcome<T> {}

    /** Nothing has moved; ask again later. */
    record Busy<T>(Duration retryAfter) implements Outcome<T> {}

    /** No answer, or none that can be read: it may or may not have happened. */
    record Unknown<T>(String cause) implements Outcome<T> {}

    /**
     * What was asked for, where nothing can go on without it.
     *
     * @throws PortUnavailable if there is no answer, or it is a refusal
     */
    default T required() {
      return switch (this) {
        case Done<T>(var value, _) -> value;
        case Declined<T>(var why) -> throw new PortUnavailable("declined: " + why);
        case Rejected<T>(var why, _) -> throw new PortUnavailable("rejected: " + why);
        case Busy<T> _ -> throw new PortUnavailable("the gateway is busy");
        case Unknown<T>(var cause) -> throw new PortUnavailable(cause);
      };
    }

    /** What the answer says of the operation that was asked for. */
    default State stateAt(Instant now, Function<T, State> ofValue) {
      return switch (this) {
        case Done<T>(var value, _) -> ofValue.apply(value);
        case Declined<T>(var why) -> new State.Failed(now, why);
        case Rejected<T>(var why, _) -> new State.Failed(now, why);
        case Busy<T> _ -> new State.Unanswered(now, "the gateway is busy");
        case Unknown<T>(var cause) -> new State.Unanswered(now, cause);
      };
    }
  }

  /** How far a movement of money has come. */
  enum Status {
    /** The payer has to act. */
    REQUIRES_ACTION,
    /** Under way; an event will tell. */
    PENDING,
    SUCCEEDED,
    FAILED
  }

  /** Something that the gateway has been asked for under a key, as it is now. */
  sealed interface View {
    GatewayReference reference();

    OperationKey key();

    Status status();

    /** What it says of the operation. */
    default State stateAt(Instant now) {
      return switch (status()) {
        case SUCCEEDED -> new State.Done(now, reference());
        case REQUIRES_ACTION -> new State.Waiting(now, reference(), true);
        case PENDING -> new State.Waiting(now, reference(), false);
        case FAILED -> new State.Failed(now, FailureCode.REJECTED);
      };
    }
  }

  record PaymentView(
      GatewayReference reference, OperationKey key, Status status, Money amount, Money refunded)
      implements View {}

  record RefundView(GatewayReference reference, OperationKey key, Status status, Money amount)
      implements View {}

  /** What a payee still has to tell the gateway is {@code requirements}. */
  record PayeeView(
      GatewayReference reference,
      OperationKey key,
      boolean detailsSubmitted,
      boolean payoutsEnabled,
      Requirements requirements)
      implements View {

    @Override
    public Status status() {
      return Status.SUCCEEDED;
    }
  }

  /**
   * What the gateway still wants to know of a payee.
   *
   * @param codes in the gateway's words, such as {@code individual.verification.document}; names of
   *     questions, never answers
   * @param due when payouts are stopped, if the gateway has said it
   */
  record Requirements(List<String> codes, Optional<Instant> due) {

    public static final Requirements NONE = new Requirements(List.of(), Optional.empty());

    public Requirements {
      codes = List.copyOf(codes);
    }
  }

  /**
   * Money that has been passed on.
   *
   * @param reversed how much of it has been taken back
   */
  record TransferView(
      GatewayReference reference, OperationKey key, Status status, Money amount, Money reversed)
      implements View {}

  record ReversalView(GatewayReference reference, OperationKey key, Status status, Money amount)
      implements View {}

  /**
   * Money on its way to a bank. One that has succeeded may still fail, for some days, when the bank
   * sends it back.
   *
   * @param failure why, of one that has failed
   */
  record PayoutView(
      GatewayReference reference,
      OperationKey key,
      Status status,
      Money amount,
      Optional<FailureCode> failure)
      implements View {

    @Override
    public State stateAt(Instant now) {
      return failure
          .<State>map(why -> new State.Failed(now, why))
          .orElseGet(() -> View.super.stateAt(now));
    }
  }

  /**
   * Who is to be paid out.
   *
   * @param country two letters of ISO 3166-1
   * @param email where the gateway reaches the payee
   */
  record PayeeProfile(String businessName, String country, String email) {}

  /**
   * Where a provider goes on.
   *
   * @param url absolute
   */
  record OnboardingLink(String url) {}
}
