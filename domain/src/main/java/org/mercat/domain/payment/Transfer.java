package org.mercat.domain.payment;

import org.mercat.domain.shared.Money;

/**
 * A part of what a provider has earned with a booking, on its way to the provider's account at the
 * gateway.
 *
 * @param number tells the transfers of one booking apart, from 1
 * @param payout the payout that it is a leg of
 * @param reversing what is about to come back
 * @param reversed what has come back
 */
public record Transfer(
    int number, PayoutId payout, Money amount, State state, Money reversing, Money reversed) {

  /** How far it has come. */
  public sealed interface State {
    /** The gateway has been asked, and its answer decides. */
    record Asked() implements State {}

    record Done(GatewayReference reference) implements State {}

    /** Nothing has moved. */
    record Failed(FailureCode why) implements State {}
  }

  static Transfer asked(int number, PayoutId payout, Money amount) {
    var zero = Money.zero(amount.currency());
    return new Transfer(number, payout, amount, new State.Asked(), zero, zero);
  }

  /** What is gone, or may be gone: nothing if it has failed. */
  Money gone() {
    return state instanceof State.Failed ? Money.zero(amount.currency()) : amount.minus(reversed);
  }

  /** What of it may still be asked back. */
  Money reversible() {
    return state instanceof State.Done
        ? amount.minus(reversed).minus(reversing)
        : Money.zero(amount.currency());
  }

  boolean isNamed(GatewayReference name) {
    return state instanceof State.Done(var reference) && reference.equals(name);
  }

  Transfer in(State next) {
    return new Transfer(number, payout, amount, next, reversing, reversed);
  }

  Transfer askedBack(Money part) {
    return new Transfer(number, payout, amount, state, reversing.plus(part), reversed);
  }

  Transfer cameBack(Money part) {
    return new Transfer(number, payout, amount, state, reversing.minus(part), reversed.plus(part));
  }

  Transfer stayed(Money part) {
    return askedBack(part.negated());
  }
}
