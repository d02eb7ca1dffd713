package org.mercat.domain.tenancy;

import java.time.Instant;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to a tenant. */
public sealed interface TenantEvent extends DomainEvent {

  TenantId tenant();

  @Override
  default Subject subject() {
    return new Subject("tenant", tenant().value());
  }

  record TenantOpened(TenantId tenant, Instant at) implements TenantEvent {}

  record TenantChanged(TenantId tenant, Standing standing, Instant at) implements TenantEvent {}

  record TenantSettingsChanged(TenantId tenant, Instant at) implements TenantEvent {}
}
