package org.mercat.application.shared;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mercat.domain.shared.Zone;

/**
 * What the virtual machine knows, and whatever a test says instead. Good for years in which it is
 * right, or for zones that the test has written itself.
 */
public final class InMemoryZoneBook implements ZoneBook {

  private final Map<ZoneId, ZoneRules> changed = new ConcurrentHashMap<>();
  private volatile Edition edition =
      new Edition(ZoneRulesProvider.getVersions("UTC").lastKey(), "the virtual machine");

  /** From now on it is so, by an edition of that version. */
  public void change(String version, Zone zone) {
    changed.put(zone.id(), zone.rules());
    edition = new Edition(version, "a test");
  }

  @Override
  public Optional<Zone> find(ZoneId id) {
    if (id instanceof ZoneOffset offset) {
      return Optional.of(Zone.at(offset));
    }
    return known().contains(id)
        ? Optional.of(new Zone(id, changed.getOrDefault(id, id.getRules())))
        : Optional.empty();
  }

  @Override
  public Set<ZoneId> known() {
    return ZoneRulesProvider.getAvailableZoneIds().stream()
        .map(ZoneId::of)
        .collect(toUnmodifiableSet());
  }

  @Override
  public Edition edition() {
    return edition;
  }
}
