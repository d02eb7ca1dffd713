package org.mercat.application.availability.port;

import java.time.ZoneId;
import java.util.Optional;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.provider.ProviderId;

/**
 * Driven port: what availability needs to know of a listing, in its own words; see {@code
 * ServiceTimesContract}.
 */
public interface ServiceTimes {

  /** The times of a listing that everybody may see; empty when there is none. */
  Optional<ServiceTime> find(ListingId listing);

  /**
   * How long a service takes, and whose time.
   *
   * @param zone where the provider's hours are read
   * @param extensible whether it may be longer than its length, by whole steps
   */
  record ServiceTime(ProviderId provider, ZoneId zone, SlotRules rules, boolean extensible) {}
}
