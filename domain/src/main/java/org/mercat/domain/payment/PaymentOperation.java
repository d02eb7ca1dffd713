package org.mercat.domain.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentOperation.State.Done;
import org.mercat.domain.payment.PaymentOperation.State.Failed;
import org.mercat.domain.payment.PaymentOperation.State.Sent;
import org.mercat.domain.payment.PaymentOperation.State.Unanswered;
import org.mercat.domain.payment.PaymentOperation.State.Waiting;
import org.mercat.domain.shared.Money;

/**
 * One call of the gateway, stored before it is made: neither crash nor silence can lose it. Its
 * times are the system's, for they are about leases and retries, not about the market.
 *
 * @param checks how often the gateway has been asked again
 * @param nextCheckAt from when on anybody may ask again; until then the last asker has the lease
 */
public record PaymentOperation(
    OperationKey key,
    Request request,
    State state,
    Instant firstSentAt,
    int checks,
    Instant nextCheckAt,
    long version) {

  /** How long an asker has for itself: longer than any call of the gateway may take. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /**
   * How long the gateway surely remembers a key; after that it is only looked up, never called
   * again (PAYMENTS 5).
   */
  public static final Duration SAME_KEY = Duration.ofHours(23);

  private static final List<Duration> PATIENCE =
      List.of(
          LEASE,
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1));

  /** What the gateway is asked for. */
  public sealed interface Request {
    record Capture(Money amount, PaymentMethod method) implements Request {}

    record Refund(GatewayReference payment, Money amount) implements Request {}

    /**
     * An account by which a provider is paid out.
     *
     * @param email where the gateway reaches the payee
     */
    record OpenPayee(String businessName, String country, String email) implements Request {}

    /**
     * From the market's account to that of a payee.
     *
     * @param payment where the money has come from
     */
    record Transfer(GatewayReference payee, GatewayReference payment, Money amount)
        implements Request {}

    /** A part of a transfer, or all of it, back to the market's account. */
    record Reverse(GatewayReference transfer, Money amount) implements Request {}

    /** From the account of a payee to its bank. */
    record PayOut(GatewayReference payee, Money amount) implements Request {}

    /** What the gateway keeps of payers, or no longer; no money moves. */
    sealed interface OfPayer extends Request {
      /** A customer, of whom nothing is told. */
      record Open() implements OfPayer {}

      record Save(GatewayReference payer, PaymentMethod method) implements OfPayer {}

      record Remove(GatewayReference payer, GatewayReference method) implements OfPayer {}

      record Forget(GatewayReference payer) implements OfPayer {}
    }
  }

  /** What is known of the answer. */
  public sealed interface State {
    Instant at();

    /** The call is about to be made, or under way. */
    record Sent(Instant at) implements State {}

    /** No answer came: it may or may not have happened. */
    record Unanswered(Instant at, String cause) implements State {}

    /**
     * The gateway has it and has not ended it.
     *
     * @param payerMustAct whether it waits for the payer, and not for a bank
     */
    record Waiting(Instant at, GatewayReference reference, boolean payerMustAct) implements State {}

    record Done(Instant at, GatewayReference reference) implements State {}

    record Failed(Instant at, FailureCode why) implements State {}
  }

  public static PaymentOperation sent(OperationKey key, Request request, Instant now) {
    return new PaymentOperation(key, request, new Sent(now), now, 0, now.plus(LEASE), 0);
  }

  /**
   * The operation with this answer; empty when it has ended before, or nothing is new. What was to
   * reach a bank, as payouts and refunds are, may still fail when it was done: the bank sends it
   * back.
   */
  public Optional<PaymentOperation> answered(State answer) {
    return switch (state) {
      case Done _ when mayComeBack() && answer instanceof Failed -> Optional.of(in(answer));
      case Done _, Failed _ -> Optional.empty();
      case Waiting _ when !(answer instanceof Done || answer instanceof Failed) -> Optional.empty();
      case Sent _, Unanswered _, Waiting _ -> Optional.of(in(answer));
    };
  }

  private boolean mayComeBack() {
    return key.step() == Step.PAY_OUT || key.step() == Step.REFUND;
  }

  /** Takes the lease to ask once more. */
  public PaymentOperation leased(Instant now) {
    var patience = PATIENCE.get(Math.min(checks, PATIENCE.size() - 1));
    return new PaymentOperation(
        key, request, state, firstSentAt, checks + 1, now.plus(patience), version);
  }

  /** Whether the end of the operation is still to come. */
  public boolean isOpen() {
    return switch (state) {
      case Sent _, Unanswered _, Waiting _ -> true;
      case Done _, Failed _ -> false;
    };
  }

  /** Whether the same call may still be made under the same key. */
  public boolean mayRepeat(Instant now) {
    return now.isBefore(firstSentAt.plus(SAME_KEY));
  }

  private PaymentOperation in(State next) {
    return new PaymentOperation(key, request, next, firstSentAt, checks, nextCheckAt, version);
  }
}
