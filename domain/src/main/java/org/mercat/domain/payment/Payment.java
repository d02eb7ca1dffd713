package org.mercat.domain.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.payment.MoneyState.Capturing;
import org.mercat.domain.payment.MoneyState.Gone;
import org.mercat.domain.payment.MoneyState.Held;
import org.mercat.domain.payment.MoneyState.Leaving;
import org.mercat.domain.payment.MoneyState.None;
import org.mercat.domain.payment.MoneyState.Refunded;
import org.mercat.domain.payment.MoneyState.Refunding;
import org.mercat.domain.payment.MoneyState.Released;
import org.mercat.domain.payment.MoneyState.Releasing;
import org.mercat.domain.payment.MoneyState.Unasked;
import org.mercat.domain.payment.Payment.Transition.Done;
import org.mercat.domain.payment.Payment.Transition.Refused;
import org.mercat.domain.payment.PaymentEvent.MoneyReleased;
import org.mercat.domain.payment.PaymentEvent.PaymentCaptured;
import org.mercat.domain.payment.PaymentEvent.PaymentDeclined;
import org.mercat.domain.payment.PaymentEvent.PaymentUnanswered;
import org.mercat.domain.payment.PaymentEvent.PaymentWaiting;
import org.mercat.domain.payment.PaymentEvent.RefundFailed;
import org.mercat.domain.payment.PaymentEvent.RefundPaid;
import org.mercat.domain.payment.PaymentEvent.RefundStarted;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Role;

/**
 * The money of one booking: taken from the client, held, then released to the provider or given
 * back. Immutable: every command returns the next payment with the entries to post, or why not.
 *
 * @param reference the gateway's name of the captured payment
 * @param refunded what has reached the client again
 * @param owed what has been promised to go back and has not reached the client yet: what is under
 *     way, and what a refund that came to nothing has left
 * @param refunds how many refunds have been started
 * @param outcomeUnknown whether the gateway's last answer was lost
 * @param releaseUnder the terms under which the rest is due to the provider, once the client is
 *     owed nothing
 * @param contest what the payer's bank contests of it, and what it has taken back
 */
public record Payment(
    Charge charge,
    MoneyState money,
    Optional<GatewayReference> reference,
    Split refunded,
    Split owed,
    int refunds,
    boolean outcomeUnknown,
    Optional<FeeTerms> releaseUnder,
    Contest contest,
    long version) {

  /** What a command makes of a payment. */
  public sealed interface Transition {
    record Done(Payment payment, List<JournalEntry> entries, List<PaymentEvent> events)
        implements Transition {
      public Done {
        entries = List.copyOf(entries);
        events = List.copyOf(events);
      }

      Done and(Done next) {
        return new Done(
            next.payment(),
            Stream.concat(entries.stream(), next.entries().stream()).toList(),
            Stream.concat(events.stream(), next.events().stream()).toList());
      }
    }

    record Refused(Refusal why) implements Transition {}
  }

  /** Why a command is not possible now. */
  public enum Refusal {
    WRONG_STATE,
    /** The gateway has not answered yet; what it says decides. */
    OUTCOME_UNKNOWN,
    REFUND_EXCEEDS_REMAINING,
    /** The client is owed a refund that came to nothing: it has to be repeated first. */
    REFUND_OWED,
    /** The payer's bank contests the payment: its end has to come first. */
    DISPUTED
  }

  /** The gateway is about to be asked for the money. */
  public static Payment start(Charge charge, Instant now) {
    return new Payment(
        charge,
        new Capturing(now),
        Optional.empty(),
        charge.nothing(),
        charge.nothing(),
        0,
        false,
        Optional.empty(),
        Contest.none(charge.nothing()),
        0);
  }

  /** After a known failure the gateway is asked again. */
  public Transition retry(Instant now) {
    return switch (money) {
      case None _ -> new Done(in(new Capturing(now)), List.of(), List.of());
      case Capturing _ -> new Refused(Refusal.OUTCOME_UNKNOWN);
      case Unasked _, Held _, Leaving _, Gone _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The gateway has taken the money. */
  public Transition captured(OperationKey key, GatewayReference payment, Instant now) {
    return switch (money) {
      case None _, Capturing _ ->
          new Done(
              with(new Held(now, Optional.empty()), Optional.of(payment)),
              List.of(escrow().hold(key, charge.whole(), now)),
              List.of(new PaymentCaptured(charge.booking(), charge.total(), now)));
      case Unasked _, Held _, Leaving _, Gone _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The gateway has taken nothing, and will not. */
  public Transition declined(FailureCode why, Instant now) {
    return switch (money) {
      case Capturing _ ->
          new Done(
              in(new None(now)),
              List.of(),
              List.of(new PaymentDeclined(charge.booking(), why, now)));
      case Unasked _, Held _, Leaving _, Gone _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The gateway waits for an act of the payer; meanwhile nothing is taken. */
  public Transition waits(Instant now) {
    return switch (money) {
      case Capturing _ ->
          new Done(
              in(new None(now)), List.of(), List.of(new PaymentWaiting(charge.booking(), now)));
      case Unasked _, Held _, Leaving _, Gone _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The gateway's answer is lost; the money stays where it was until it is found out. */
  public Transition unanswered(Instant now) {
    var waiting =
        switch (money) {
          case Capturing _, Leaving _ -> true;
          case Unasked _, Held _, Gone _ -> money.refundUnderWay().isPresent();
        };
    if (!waiting || outcomeUnknown) {
      return new Refused(Refusal.WRONG_STATE);
    }
    var next = copy(money, reference, refunded, owed, refunds, true, releaseUnder);
    return new Done(next, List.of(), List.of(new PaymentUnanswered(charge.booking(), now)));
  }

  /**
   * Starts to give back a part of the service with its tax, or all that is left. What is owed from
   * before goes back first; more than that is promised from now on.
   */
  public Transition refund(RefundRequest request, Instant now) {
    return switch (money) {
      case Held _, Released _ when money.refundUnderWay().isPresent() ->
          new Refused(Refusal.OUTCOME_UNKNOWN);
      case Held _, Released _ when contest.isOpen() -> new Refused(Refusal.DISPUTED);
      case Held _, Released _ ->
          request.service().compareTo(rest().service()) > 0
                  || request.tip().compareTo(rest().tip()) > 0
                  || charge.refund(gone(), request.service(), request.tip()).isNothing()
              ? new Refused(Refusal.REFUND_EXCEEDS_REMAINING)
              : refund(request, releaseUnder, now);
      case Capturing _ -> new Refused(Refusal.OUTCOME_UNKNOWN);
      case Unasked _, Leaving _, Refunded _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /**
   * The gateway has given back what nobody here has asked for, as somebody can do on its own pages:
   * decided and paid at once.
   *
   * @param amount in all, with tax and tip
   */
  public Transition refundedElsewhere(Money amount, Instant now) {
    return switch (money) {
      case Held _, Released _ when money.refundUnderWay().isPresent() ->
          new Refused(Refusal.OUTCOME_UNKNOWN);
      case Held _, Released _ ->
          amount.compareTo(rest().total()) > 0
              ? new Refused(Refusal.REFUND_EXCEEDS_REMAINING)
              : refundedElsewhere(charge.refundOf(gone(), amount), now);
      case Capturing _, Refunding _ -> new Refused(Refusal.OUTCOME_UNKNOWN);
      case Unasked _, Releasing _, Refunded _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  private Done refundedElsewhere(Split back, Instant now) {
    var decided = refund(back, Role.GUEST, "Refunded at the gateway.", releaseUnder, now);
    var next = decided.payment();
    return decided.and(next.paid(OperationKey.refund(charge.booking(), next.refunds()), back, now));
  }

  /**
   * The booking is called off: so much of its service goes back (less what is back already, and no
   * less than what is owed) and the whole tip; the rest, if any, is released under these terms,
   * once the refund has arrived. What the payer's bank contests is only owed, until it has ended.
   */
  public Transition cancel(Money serviceRefund, FeeTerms terms, Instant now) {
    return switch (money) {
      case Held(_, var refunding) when refunding.isPresent() ->
          new Refused(Refusal.OUTCOME_UNKNOWN);
      case Held _ -> {
        var part = Split.larger(serviceRefund.minus(gone().service()), owed.service());
        var due = part.equals(rest().service()) ? Optional.<FeeTerms>empty() : Optional.of(terms);
        if (part.plus(rest().tip()).isZero()) {
          yield release(terms, now);
        }
        var asked =
            new RefundRequest(part, rest().tip(), Role.CLIENT, "The booking was cancelled.");
        yield contest.isOpen()
            ? new ContestedPayment(this).owe(asked, due)
            : refund(asked, due, now);
      }
      case Capturing _ -> new Refused(Refusal.OUTCOME_UNKNOWN);
      case Unasked _, Leaving _, Gone _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /**
   * The rest is due to the provider: at once, or when all that the client is owed has arrived and
   * nobody contests the payment any more.
   */
  public Transition release(FeeTerms terms, Instant now) {
    return switch (money) {
      case Held _ ->
          owed.isNothing() && !contest.isOpen()
              ? released(terms, now)
              : new Done(dueUnder(Optional.of(terms)), List.of(), List.of());
      case Unasked _, Capturing _, Leaving _, Gone _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /**
   * Releases what is due and still held. It never takes what the client is owed: a refund that came
   * to nothing has to be repeated, and then the rest is released by itself.
   */
  public Transition releaseDue(Instant now) {
    return switch (money) {
      case Held(_, var refunding) when refunding.isPresent() ->
          new Refused(Refusal.OUTCOME_UNKNOWN);
      case Held _ when contest.isOpen() -> new Refused(Refusal.DISPUTED);
      case Held _ when !owed.isNothing() -> new Refused(Refusal.REFUND_OWED);
      case Held _ ->
          releaseUnder
              .<Transition>map(terms -> released(terms, now))
              .orElseGet(() -> new Refused(Refusal.WRONG_STATE));
      case Unasked _, Capturing _, Leaving _, Gone _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The refund under way has reached the client. */
  public Transition refundPaid(OperationKey key, Instant now) {
    return money
        .refundUnderWay()
        .<Transition>map(back -> paid(key, back, now))
        .orElseGet(() -> new Refused(Refusal.WRONG_STATE));
  }

  /**
   * The refund under way came to nothing: its money is where it was, and owed to the client, and
   * somebody has to look.
   */
  public Transition refundFailed(OperationKey key, FailureCode why, Instant now) {
    return money
        .refundUnderWay()
        .<Transition>map(back -> failed(key, back, why, now))
        .orElseGet(() -> new Refused(Refusal.WRONG_STATE));
  }

  /** What of the charge has not gone back to the client. */
  public Split rest() {
    return charge.whole().minus(gone());
  }

  /** What the client has again: refunded, or taken back by its bank. */
  Split gone() {
    return refunded.plus(contest.lost());
  }

  /**
   * What goes back when nobody says how much: all that is left; where the rest is due to the
   * provider, only what the client is owed.
   */
  public Split refundable() {
    return releaseUnder.isPresent() && !owed.isNothing() ? owed : rest();
  }

  private MoneyState where(Optional<Split> refunding, Instant now) {
    return switch (money.holder()) {
      case ESCROW -> new Held(now, refunding);
      case EARNERS -> new Released(now, refunding);
    };
  }

  private Done refund(RefundRequest request, Optional<FeeTerms> due, Instant now) {
    var back = charge.refund(gone(), request.service(), request.tip());
    return refund(back, request.by(), request.reason(), due, now);
  }

  private Done refund(Split back, Role by, String reason, Optional<FeeTerms> due, Instant now) {
    var whole = rest().minus(back).isNothing();
    var state = whole ? new Refunding(now, back, money.holder()) : where(Optional.of(back), now);
    var number = refunds + 1;
    var key = OperationKey.refund(charge.booking(), number);
    var entry =
        switch (money.holder()) {
          case ESCROW -> escrow().refund(key, back, now);
          case EARNERS -> escrow().refundReleased(key, back, earned(back), now);
        };
    var next = copy(state, reference, refunded, owed.atLeast(back), number, false, due);
    var event = new RefundStarted(charge.booking(), back.total(), whole, by, reason, now);
    return new Done(next, List.of(entry), List.of(event));
  }

  /** What they have earned of this part: as much less as if it had gone back before the release. */
  Share earned(Split back) {
    return share(rest()).minus(share(rest().minus(back)));
  }

  private Share share(Split paid) {
    return Share.of(charge.provider(), paid, releaseUnder.orElseThrow());
  }

  private Done paid(OperationKey key, Split back, Instant now) {
    var state = money instanceof Refunding ? new Refunded(now) : where(Optional.empty(), now);
    var next =
        copy(state, reference, refunded.plus(back), owed.minus(back), refunds, false, releaseUnder);
    var entry = escrow().refundPaid(key, back, now);
    var event = new RefundPaid(charge.booking(), back.total(), now);
    return releaseUnder
        .filter(_ -> state instanceof Held && next.owed.isNothing() && !contest.isOpen())
        .map(terms -> next.released(terms, now))
        .map(new Done(next, List.of(entry), List.of(event))::and)
        .orElseGet(() -> new Done(next, List.of(entry), List.of(event)));
  }

  private Done failed(OperationKey key, Split back, FailureCode why, Instant now) {
    var entry =
        switch (money.holder()) {
          case ESCROW -> escrow().refundFailed(key, back, now);
          case EARNERS -> escrow().refundReleasedFailed(key, back, earned(back), now);
        };
    var event = new RefundFailed(charge.booking(), back.total(), why, now);
    return new Done(in(where(Optional.empty(), now)), List.of(entry), List.of(event));
  }

  private Done released(FeeTerms terms, Instant now) {
    var next = dueUnder(Optional.of(terms)).in(new Released(now, Optional.empty()));
    var held = rest();
    var share = next.share(held);
    return new Done(
        next,
        held.isNothing() ? List.of() : List.of(escrow().release(held, share, now)),
        List.of(
            new MoneyReleased(charge.booking(), share.fee(), share.feeTax(), share.payout(), now)));
  }

  Escrow escrow() {
    return new Escrow(charge.booking());
  }

  private Payment in(MoneyState next) {
    return with(next, reference);
  }

  private Payment with(MoneyState next, Optional<GatewayReference> captured) {
    return copy(next, captured, refunded, owed, refunds, false, releaseUnder);
  }

  private Payment dueUnder(Optional<FeeTerms> terms) {
    return copy(money, reference, refunded, owed, refunds, outcomeUnknown, terms);
  }

  private Payment copy(
      MoneyState where,
      Optional<GatewayReference> captured,
      Split back,
      Split promised,
      int number,
      boolean unknown,
      Optional<FeeTerms> due) {
    return new Payment(
        charge, where, captured, back, promised, number, unknown, due, contest, version);
  }
}
