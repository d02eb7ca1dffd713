package org.mercat.domain.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.payment.PayoutEvent.PayoutFailed;
import org.mercat.domain.payment.PayoutEvent.PayoutPaid;
import org.mercat.domain.payment.PayoutEvent.PayoutStarted;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * What goes to a provider's bank at once: first booking by booking into its account at the gateway,
 * then as one sum to the bank. Of one provider and currency, one payout is under way at a time.
 *
 * @param batch the run in which it was decided
 * @param amount what is to reach the bank; what is known of it until all transfers have ended
 */
public record Payout(
    PayoutId id,
    ProviderId provider,
    PayoutBatchId batch,
    Money amount,
    State state,
    Instant decidedAt,
    long version) {

  /** Below this nothing is paid out, in the minor unit of whatever currency. */
  public static final long MINIMUM_MINOR = 100;

  /** How far a payout has come. */
  public sealed interface State {
    Instant at();

    /** No transfer has been answered. */
    record Pending(Instant at) implements State {}

    record Transferring(Instant at) implements State {}

    /** The gateway has been asked to send the money to the bank. */
    record Paying(Instant at) implements State {}

    /** It is on its way to the bank; for five working days the bank may send it back. */
    record Paid(Instant at, GatewayReference reference) implements State {}

    record Failed(Instant at, FailureCode why) implements State {}
  }

  /** A part of an earning that goes with a payout. */
  public record Leg(Earning earning, Money amount) {}

  /** What is to be transferred, and what lies at the gateway since an earlier payout failed. */
  public record Plan(List<Leg> legs, Money leftBehind) {
    public Plan {
      legs = List.copyOf(legs);
    }

    public Money total() {
      return legs.stream().map(Leg::amount).reduce(leftBehind, Money::plus);
    }
  }

  /** A payout, with the entries to post and what has happened. */
  public record Change(Payout payout, List<JournalEntry> entries, List<PayoutEvent> events) {
    public Change {
      entries = List.copyOf(entries);
      events = List.copyOf(events);
    }

    /** Whether the gateway has to be asked to send the money to the bank. */
    public boolean isToBePaid() {
      return payout.state instanceof State.Paying;
    }
  }

  /**
   * Shares out what the books say is payable over what is due, the oldest first. The rest of what
   * is due makes up for the provider's debt (N-05). Nothing is planned below the minimum.
   *
   * @param due earnings of one provider and currency
   * @param payable the balance of the provider's account; below zero a debt
   * @param leftBehind what lies at the gateway
   */
  public static Optional<Plan> plan(List<Earning> due, Money payable, Money leftBehind) {
    var legs = new ArrayList<Leg>();
    var left = payable;
    for (var earning : due) {
      var part = left.compareTo(earning.due()) < 0 ? left : earning.due();
      if (part.isPositive()) {
        legs.add(new Leg(earning, part));
        left = left.minus(part);
      }
    }
    return Optional.of(new Plan(legs, leftBehind))
        .filter(plan -> plan.total().minor() >= MINIMUM_MINOR);
  }

  public static Change decided(
      PayoutId id, ProviderId provider, PayoutBatchId batch, Plan plan, Instant now) {
    var payout = new Payout(id, provider, batch, plan.total(), new State.Pending(now), now, 0);
    return new Change(
        payout, List.of(), List.of(new PayoutStarted(id, provider, plan.total(), now)));
  }

  /**
   * A transfer has ended. When all have, what is in the account at the gateway goes to the bank.
   *
   * @param legs all transfers of the payout
   * @param atGateway what the provider has in its account at the gateway
   */
  public Optional<Change> transfersEnded(List<Transfer> legs, Money atGateway, Instant now) {
    return switch (state) {
      case State.Pending _, State.Transferring _ -> Optional.of(ended(legs, atGateway, now));
      case State.Paying _, State.Paid _, State.Failed _ -> Optional.empty();
    };
  }

  /** The gateway has sent the money to the bank. */
  public Optional<Change> paid(OperationKey key, GatewayReference reference, Instant now) {
    return switch (state) {
      case State.Paying _ ->
          Optional.of(
              new Change(
                  in(new State.Paid(now, reference)),
                  List.of(books().paidOut(key, amount, now)),
                  List.of(new PayoutPaid(id, provider, amount, now))));
      case State.Pending _, State.Transferring _, State.Paid _, State.Failed _ -> Optional.empty();
    };
  }

  /** It has not reached the bank, or the bank has sent it back: it is at the gateway again. */
  public Optional<Change> failed(OperationKey key, FailureCode why, Instant now) {
    return switch (state) {
      case State.Paying _ -> Optional.of(failed(List.of(), why, now));
      case State.Paid _ ->
          Optional.of(failed(List.of(books().payoutFailed(key, amount, now)), why, now));
      case State.Pending _, State.Transferring _, State.Failed _ -> Optional.empty();
    };
  }

  /** Sends what has come back to the bank once more; empty if nothing has. */
  public Optional<Change> retry(Money atGateway, Instant now) {
    return state instanceof State.Failed && atGateway.isPositive()
        ? Optional.of(paying(atGateway, now))
        : Optional.empty();
  }

  private Change ended(List<Transfer> legs, Money atGateway, Instant now) {
    if (legs.stream().anyMatch(leg -> leg.state() instanceof Transfer.State.Asked)) {
      return new Change(in(new State.Transferring(now)), List.of(), List.of());
    }
    return atGateway.isPositive()
        ? paying(atGateway, now)
        : failed(List.of(), firstFailure(legs), now);
  }

  private static FailureCode firstFailure(List<Transfer> legs) {
    return legs.stream()
        .map(Transfer::state)
        .<FailureCode>mapMulti(
            (state, found) -> {
              if (state instanceof Transfer.State.Failed(var why)) {
                found.accept(why);
              }
            })
        .findFirst()
        .orElse(FailureCode.BALANCE_INSUFFICIENT);
  }

  private Change paying(Money all, Instant now) {
    var payout = new Payout(id, provider, batch, all, new State.Paying(now), decidedAt, version);
    return new Change(payout, List.of(), List.of());
  }

  private Change failed(List<JournalEntry> entries, FailureCode why, Instant now) {
    return new Change(
        in(new State.Failed(now, why)),
        entries,
        List.of(new PayoutFailed(id, provider, amount, why, now)));
  }

  private Payout in(State next) {
    return new Payout(id, provider, batch, amount, next, decidedAt, version);
  }

  private ProviderBooks books() {
    return new ProviderBooks(provider);
  }
}
