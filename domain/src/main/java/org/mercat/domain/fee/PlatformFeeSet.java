package org.mercat.domain.fee;

import java.time.Instant;
import java.util.UUID;
import org.mercat.domain.shared.DomainEvent;

/** Bookings that are confirmed from now on are subject to another tariff. */
public record PlatformFeeSet(FeeTariff tariff, Instant at) implements DomainEvent {

  /** The platform of a tenant is one, and needs no id. */
  private static final Subject PLATFORM = new Subject("platform", new UUID(0, 0));

  @Override
  public Subject subject() {
    return PLATFORM;
  }
}
