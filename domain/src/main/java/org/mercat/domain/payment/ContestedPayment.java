package org.mercat.domain.payment;

import static org.mercat.domain.payment.Account.CHARGEBACK_LOSSES;
import static org.mercat.domain.payment.Account.DISPUTES_HELD;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.payment.JournalEntry.Line;
import org.mercat.domain.payment.MoneyState.Held;
import org.mercat.domain.payment.MoneyState.Holder;
import org.mercat.domain.payment.MoneyState.Refunded;
import org.mercat.domain.payment.MoneyState.Released;
import org.mercat.domain.payment.Payment.Transition.Done;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Role;

/**
 * What disputes do to the money of a booking (PAYMENTS 4, example C). What is held bears a loss
 * before anybody has earned it; of what has been released the policy says who bears it.
 */
record ContestedPayment(Payment payment) {

  /** A payment that has lost something, and what. */
  record Lost(Done done, Loss loss) {}

  /** What is to go back is owed, for nothing of it can move before the dispute has ended. */
  Done owe(RefundRequest request, Optional<FeeTerms> due) {
    var back = payment.charge().refund(payment.gone(), request.service(), request.tip());
    return unposted(next(payment.money(), payment.owed().atLeast(back), due, payment.contest()));
  }

  /** One more dispute is open: nothing is released or given back before it has ended. */
  Done frozen() {
    return unposted(contested(payment.contest().opened()));
  }

  /** A dispute has ended. */
  Done unfrozen() {
    return unposted(contested(payment.contest().ended()));
  }

  /** What had to wait for the end of the last dispute happens now; empty if nothing had to. */
  Optional<Done> resumed(Instant now) {
    if (payment.contest().isOpen()
        || !(payment.money() instanceof Held(_, var refunding))
        || refunding.isPresent()) {
      return Optional.empty();
    }
    var owed = payment.owed();
    var next =
        !owed.isNothing()
            ? payment.refund(
                new RefundRequest(
                    owed.service(), owed.tip(), Role.GUEST, "It was owed when a dispute ended."),
                now)
            : payment.releaseDue(now);
    return next instanceof Done done ? Optional.of(done) : Optional.empty();
  }

  /**
   * The payer's bank keeps that much. Empty while a refund is under way, or the money has not been
   * taken: its end comes first.
   *
   * @param key of the entry
   */
  Optional<Lost> lost(String key, Money amount, ChargebackPolicy policy, Instant now) {
    if (!isSettled()) {
      return Optional.empty();
    }
    var rest = payment.rest().total();
    var part = payment.charge().refundOf(payment.gone(), Split.smaller(amount, rest));
    var loss = new Loss(part, amount.minus(part.total()), payment.money().holder());
    var owed = lessOwed(part);
    var contest = payment.contest().lost(part);
    var next = next(payment.money(), owed, payment.releaseUnder(), contest);
    var lines = Stream.concat(borne(payment, loss, policy), held(amount.negated()));
    return Optional.of(new Lost(posted(next, entry(key, now, lines)), loss));
  }

  /** The payer's bank has given a loss back. Empty while a refund is under way. */
  Optional<Done> returned(String key, Loss loss, ChargebackPolicy policy, Instant now) {
    if (!isSettled()) {
      return Optional.empty();
    }
    var contest = payment.contest().returned(loss.part());
    var next = next(heldAgain(loss, now), payment.owed(), payment.releaseUnder(), contest);
    var where = new Loss(loss.part(), loss.excess(), holder(loss, next));
    var bearer = where.from() == loss.from() ? policy : ChargebackPolicy.ofTheProvider();
    var lines = Stream.concat(borne(next, where, bearer).map(Line::negated), held(loss.total()));
    return Optional.of(posted(next, entry(key, now, lines)));
  }

  private boolean isSettled() {
    return payment.money().refundUnderWay().isEmpty()
        && (payment.money() instanceof Held
            || payment.money() instanceof Released
            || payment.money() instanceof Refunded);
  }

  /** What was held when it was lost is the earners' after the release. */
  private static Holder holder(Loss loss, Payment next) {
    return next.money() instanceof Released ? Holder.EARNERS : loss.from();
  }

  private MoneyState heldAgain(Loss loss, Instant now) {
    if (!(payment.money() instanceof Refunded) || loss.part().isNothing()) {
      return payment.money();
    }
    return switch (loss.from()) {
      case ESCROW -> new Held(now, Optional.empty());
      case EARNERS -> new Released(now, Optional.empty());
    };
  }

  private static Stream<Line> borne(Payment of, Loss loss, ChargebackPolicy policy) {
    var part =
        switch (loss.from()) {
          case ESCROW -> of.escrow().debited(loss.part());
          case EARNERS ->
              switch (policy.bearer()) {
                case PROVIDER ->
                    loss.part().isNothing()
                        ? Stream.<Line>empty()
                        : of.earned(loss.part()).debited();
                case PLATFORM -> Stream.of(new Line(CHARGEBACK_LOSSES, loss.part().total()));
              };
        };
    return Stream.concat(part, Stream.of(new Line(CHARGEBACK_LOSSES, loss.excess())));
  }

  private static Stream<Line> held(Money amount) {
    return Stream.of(new Line(DISPUTES_HELD, amount));
  }

  private JournalEntry entry(String key, Instant now, Stream<Line> lines) {
    return payment.escrow().entry(key, JournalEntry.Kind.CHARGEBACK, now, lines);
  }

  private Split lessOwed(Split part) {
    return payment.owed().minus(part).atLeast(payment.charge().nothing());
  }

  private Payment contested(Contest contest) {
    return next(payment.money(), payment.owed(), payment.releaseUnder(), contest);
  }

  private Payment next(
      MoneyState money, Split owed, Optional<FeeTerms> releaseUnder, Contest contest) {
    return new Payment(
        payment.charge(),
        money,
        payment.reference(),
        payment.refunded(),
        owed,
        payment.refunds(),
        payment.outcomeUnknown(),
        releaseUnder,
        contest,
        payment.version());
  }

  private static Done unposted(Payment next) {
    return new Done(next, List.of(), List.of());
  }

  private static Done posted(Payment next, JournalEntry entry) {
    return new Done(next, List.of(entry), List.of());
  }
}
