package org.mercat.zones.joda;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.joda.time.tz.Provider;
import org.joda.time.tz.ZoneInfoProvider;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.shared.Zone;

/**
 * The data that Joda-Time ships. A zone is worked out when somebody first asks for it, and kept.
 * Settings of Joda-Time that other code may make, such as its default provider, are not read.
 */
public final class JodaZoneBook implements ZoneBook {

  private static final String SHIPPED = "org/joda/time/tz/data";

  private final Provider provider;
  private final Edition edition;
  private final Set<ZoneId> known;
  private final Map<ZoneId, Zone> zones = new ConcurrentHashMap<>();

  private JodaZoneBook(Provider provider, Edition edition) {
    this.provider = provider;
    this.edition = edition;
    this.known = names(provider.getAvailableIDs());
  }

  /**
   * The data of the version of Joda-Time that this was built with.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  public static JodaZoneBook shipped() {
    try {
      return new JodaZoneBook(new ZoneInfoProvider(SHIPPED), ShippedEdition.read());
    } catch (IOException cannotRead) {
      throw new UncheckedIOException("no time zones in Joda-Time", cannotRead);
    }
  }

  @Override
  public Optional<Zone> find(ZoneId id) {
    if (id instanceof ZoneOffset offset) {
      return Optional.of(Zone.at(offset));
    }
    return known.contains(id)
        ? Optional.of(zones.computeIfAbsent(id, this::workedOut))
        : Optional.empty();
  }

  @Override
  public Set<ZoneId> known() {
    return known;
  }

  @Override
  public Edition edition() {
    return edition;
  }

  private Zone workedOut(ZoneId id) {
    return new Zone(id, Changes.of(provider.getZone(id.getId())));
  }

  /** What the virtual machine has no name for is left out: abbreviations, and newer places. */
  private static Set<ZoneId> names(Collection<String> ids) {
    return ids.stream().flatMap(JodaZoneBook::name).collect(toUnmodifiableSet());
  }

  private static Stream<ZoneId> name(String id) {
    try {
      return Stream.of(ZoneId.of(id)).filter(name -> name.getId().equals(id));
    } catch (DateTimeException unknown) {
      return Stream.empty();
    }
  }
}
