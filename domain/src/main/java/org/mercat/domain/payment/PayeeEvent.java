package org.mercat.domain.payment;

import java.time.Instant;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to the way in which a provider gets its money. */
public sealed interface PayeeEvent extends DomainEvent {

  ProviderId provider();

  @Override
  default Subject subject() {
    return subject(provider());
  }

  /** The provider as the subject of events about its account. */
  static Subject subject(ProviderId provider) {
    return new Subject("provider", provider.value());
  }

  record PayeeOpened(ProviderId provider, Instant at) implements PayeeEvent {}

  record PayeeChanged(
      ProviderId provider, boolean detailsSubmitted, boolean payoutsEnabled, Instant at)
      implements PayeeEvent {}

  /** How the provider's clients pay from now on; the words themselves are not told. */
  record CollectionPlanSet(ProviderId provider, CollectionPlan.Mode mode, Instant at)
      implements PayeeEvent {}
}
