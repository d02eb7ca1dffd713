package org.mercat.domain.provider;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to a provider. */
public sealed interface ProviderEvent extends DomainEvent {

  ProviderId provider();

  @Override
  default Subject subject() {
    return new Subject("provider", provider().value());
  }

  record ProviderRegistered(ProviderId provider, UserId owner, Instant at)
      implements ProviderEvent {}

  record ProviderVerified(ProviderId provider, Instant at) implements ProviderEvent {}

  record ProviderRejected(ProviderId provider, Optional<String> reason, Instant at)
      implements ProviderEvent {}

  record ProviderProfileChanged(ProviderId provider, Instant at) implements ProviderEvent {}

  /** Whether the provider is the tenant outside of the market that it says it is. */
  record ProviderLinkJudged(ProviderId provider, boolean verified, Instant at)
      implements ProviderEvent {}

  record ProviderPayabilityChanged(ProviderId provider, boolean payable, Instant at)
      implements ProviderEvent {}
}
