package org.mercat.application.shared;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.mercat.domain.shared.Zone;

/**
 * Driven port: what clocks do in the zones of the world, by data that is the product's own (ADR
 * 41). Every adapter must pass {@code ZoneBookContract}.
 */
public interface ZoneBook {

  /**
   * What is known of a zone. An offset is a zone of its own, in which clocks never change.
   *
   * @return empty if no place has that name
   */
  Optional<Zone> find(ZoneId id);

  /** The names of all places that have clocks, without those of mere offsets. */
  Set<ZoneId> known();

  /** Which data this is. */
  Edition edition();

  /**
   * The zone of that name.
   *
   * @throws UnknownZone if there is none
   */
  default Zone zone(ZoneId id) {
    return find(id).orElseThrow(() -> new UnknownZone(id, edition()));
  }

  /**
   * A version of the time zone database.
   *
   * @param version as the IANA counts them: a year and a letter, {@code 2026f}
   * @param source where the data come from, for people
   */
  record Edition(String version, String source) {}

  /** A zone was accepted once and is not in this edition: an error of the data. */
  final class UnknownZone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownZone(ZoneId id, Edition edition) {
      super("no zone " + id + " in " + edition.version() + " of " + edition.source());
    }
  }
}
