package org.mercat.domain.payment;

import java.time.Instant;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Money;

/** What can happen on the way of a provider's money to its bank. */
public sealed interface PayoutEvent extends DomainEvent {

  ProviderId provider();

  /** What can happen to a payout itself. */
  sealed interface OfPayout extends PayoutEvent {
    PayoutId payout();

    @Override
    default Subject subject() {
      return PayoutEvent.subject(payout());
    }
  }

  /** What concerns a provider's account as a whole. */
  sealed interface OfProvider extends PayoutEvent {
    @Override
    default Subject subject() {
      return PayeeEvent.subject(provider());
    }
  }

  /** The payout as the subject of events and entries about it. */
  static Subject subject(PayoutId payout) {
    return new Subject("payout", payout.value());
  }

  record PayoutStarted(PayoutId payout, ProviderId provider, Money amount, Instant at)
      implements OfPayout {}

  /** It is on its way to the bank, which may still send it back. */
  record PayoutPaid(PayoutId payout, ProviderId provider, Money amount, Instant at)
      implements OfPayout {}

  /** It did not arrive, whatever was said before. */
  record PayoutFailed(
      PayoutId payout, ProviderId provider, Money amount, FailureCode why, Instant at)
      implements OfPayout {}

  record PayoutScheduleSet(ProviderId provider, PayoutSchedule schedule, Instant at)
      implements OfProvider {}

  /** An administrator lets a provider be paid out again. */
  record PayoutsResumed(ProviderId provider, Instant at) implements OfProvider {}

  /** The platform bears what a provider owes. */
  record DebtWrittenOff(ProviderId provider, Money debt, String reason, Instant at)
      implements OfProvider {}
}
