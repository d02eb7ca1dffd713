package org.mercat.domain.payment;

import java.time.Instant;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to a provider's account at the gateway. */
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
}
