package org.mercat.domain.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.payment.MoneyState.Held;
import org.mercat.domain.payment.MoneyState.Holder;
import org.mercat.domain.payment.MoneyState.Refunded;
import org.mercat.domain.payment.MoneyState.Refunding;
import org.mercat.domain.payment.MoneyState.Released;
import org.mercat.domain.payment.MoneyState.Releasing;
import org.mercat.domain.payment.MoneyState.Unasked;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.payment.PaymentEvent.RefundFailed;
import org.mercat.domain.shared.Money;

/**
 * A refund that had reached the client, and has come back: the client's bank could not take it. Its
 * money is where it was, and owed to the client again.
 *
 * @param amount all of it; there are no parts of refunds that come back
 */
public record ReturnedRefund(OperationKey key, Money amount, FailureCode why) {

  /**
   * What becomes of the money of the booking.
   *
   * @param whoseWhenGone who had the rest when nothing was left of it
   */
  public Transition of(Payment payment, Holder whoseWhenGone, Instant now) {
    if (amount.compareTo(payment.refunded().total()) > 0) {
      return new Transition.Refused(Refusal.WRONG_STATE);
    }
    return next(payment.money(), whoseWhenGone, now)
        .<Transition>map(state -> returned(payment, state, now))
        .orElseGet(() -> new Transition.Refused(Refusal.WRONG_STATE));
  }

  private Transition.Done returned(Payment payment, MoneyState state, Instant now) {
    var back = part(payment.refunded());
    var escrow = new Escrow(payment.charge().booking());
    var again =
        switch (state.holder()) {
          case ESCROW -> escrow.refundFailed(key, back, now);
          case EARNERS -> escrow.refundReleasedFailed(key, back, earned(payment, back), now);
        };
    var next =
        new Payment(
            payment.charge(),
            state,
            payment.reference(),
            payment.refunded().minus(back),
            payment.owed().plus(back),
            payment.refunds(),
            payment.outcomeUnknown(),
            payment.releaseUnder(),
            payment.contest(),
            payment.version());
    return new Transition.Done(
        next,
        List.of(escrow.refundReturned(key, back, now), again),
        List.of(new RefundFailed(payment.charge().booking(), back.total(), why, now)));
  }

  /** What is on its way to the client stays on its way. */
  private static Optional<MoneyState> next(MoneyState money, Holder whoseWhenGone, Instant now) {
    return switch (money) {
      case Held(_, var refunding) -> Optional.of(at(Holder.ESCROW, refunding, now));
      case Released(_, var refunding) -> Optional.of(at(Holder.EARNERS, refunding, now));
      case Refunding(_, var rest, var from) -> Optional.of(at(from, Optional.of(rest), now));
      case Refunded _ -> Optional.of(at(whoseWhenGone, Optional.empty(), now));
      case Unasked _, MoneyState.Capturing _, Releasing _ -> Optional.empty();
    };
  }

  private static MoneyState at(Holder holder, Optional<Split> refunding, Instant now) {
    return switch (holder) {
      case ESCROW -> new Held(now, refunding);
      case EARNERS -> new Released(now, refunding);
    };
  }

  /**
   * Line by line as much of what was refunded as goes into the amount. As what it is counted is of
   * no consequence: it is owed, and goes back once more.
   */
  private Split part(Split refunded) {
    var service = Split.smaller(refunded.service(), amount);
    var left = amount.minus(service);
    var taxes = new ArrayList<Money>();
    for (var tax : refunded.taxes()) {
      taxes.add(Split.smaller(tax, left));
      left = left.minus(taxes.getLast());
    }
    return new Split(service, taxes, left);
  }

  /** As much more as if the part had never gone back; what is on its way has left already. */
  private static Share earned(Payment payment, Split back) {
    var kept = payment.money().refundUnderWay().map(payment.rest()::minus).orElse(payment.rest());
    return share(payment, kept.plus(back)).minus(share(payment, kept));
  }

  private static Share share(Payment payment, Split paid) {
    return Share.of(payment.charge().provider(), paid, payment.releaseUnder().orElseThrow());
  }
}
