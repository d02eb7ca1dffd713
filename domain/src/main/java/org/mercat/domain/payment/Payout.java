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

  /**
   * What is to be transferred.
   *
   * @param total what is then to go to the bank, with what an earlier payout has left at the
   *     gateway and without what is to be taken back from there
   */
  public record Plan(List<Leg> legs, Money total) {
    public Plan {
      legs = List.copyOf(legs);
    }
  }

  /** A payout, with the entries to post and what has happened. */
  public record Change(Payout payout, List<JournalEntry> entries, List<PayoutEvent> events) {
    public Change {
      entries = List.copyOf(entries);
      events = List.copyOf(events);
    }
  }

  /**
   * Shares out what the books say is payable over what is due, the oldest first. The rest of what
   * is due makes up for the provider's debt (N-05), or is finer than money moves. Nothing is
   * planned below the minimum.
   *
   * @param due earnings of one provider and currency
   */
  public static Optional<Plan> plan(List<Earning> due, ProviderFunds funds) {
    var legs = new ArrayList<Leg>();
    var left = funds;
    for (var earning : due) {
      var most = left.payable().compareTo(earning.due()) < 0 ? left.payable() : earning.due();
      var part = SettlementUnit.down(most);
      if (part.isPositive()) {
        legs.add(new Leg(earning, part));
        left = left.transferred(part);
      }
    }
    return Optional.of(new Plan(legs, left.free())).filter(plan -> isEnough(plan.total()));
  }

  public static Change decided(
      PayoutId id, ProviderId provider, PayoutBatchId batch, Plan plan, Instant now) {
    var payout = new Payout(id, provider, batch, plan.total(), new State.Pending(now), now, 0);
    return new Change(
        payout, List.of(), List.of(new PayoutStarted(id, provider, plan.total(), now)));
  }

  /**
   * A transfer has ended. When all have, what is free at the gateway goes to the bank.
   *
   * @param legs all transfers of the payout
   */
  public Optional<Change> transfersEnded(List<Transfer> legs, ProviderFunds funds, Instant now) {
    return switch (state) {
      case State.Pending _, State.Transferring _ -> Optional.of(ended(legs, funds, now));
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

  /** Sends to the bank once more what of it is free; empty if that is below the minimum. */
  public Optional<Change> retry(ProviderFunds funds, Instant now) {
    return state instanceof State.Failed && isEnough(funds.free())
        ? Optional.of(paying(funds.free(), now))
        : Optional.empty();
  }

  private Change ended(List<Transfer> legs, ProviderFunds funds, Instant now) {
    if (legs.stream().anyMatch(leg -> leg.state() instanceof Transfer.State.Asked)) {
      return new Change(in(new State.Transferring(now)), List.of(), List.of());
    }
    return isEnough(funds.free())
        ? paying(funds.free(), now)
        : failed(List.of(), firstFailure(legs), now);
  }

  private static boolean isEnough(Money amount) {
    return amount.minor() >= MINIMUM_MINOR;
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
