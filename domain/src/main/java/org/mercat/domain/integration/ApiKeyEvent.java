package org.mercat.domain.integration;

import java.time.Instant;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to an API key, by the system's clock. */
public sealed interface ApiKeyEvent extends DomainEvent {

  ApiKeyId key();

  UserId owner();

  @Override
  default Subject subject() {
    return new Subject("api_key", key().value());
  }

  record ApiKeyMade(ApiKeyId key, UserId owner, Instant at) implements ApiKeyEvent {}

  record ApiKeyRotated(ApiKeyId key, UserId owner, Instant at) implements ApiKeyEvent {}

  record ApiKeyWithdrawn(ApiKeyId key, UserId owner, Instant at) implements ApiKeyEvent {}
}
