package org.mercat.domain.shared;

import java.time.ZoneId;

/** Zones as the virtual machine knows them: good for years that it is right about. */
public final class JvmZones {

  private JvmZones() {}

  public static Zone zone(String id) {
    return zone(ZoneId.of(id));
  }

  public static Zone zone(ZoneId id) {
    return new Zone(id, id.getRules());
  }
}
